import type { ProseDocument } from "#lib/core/cases/starter/prose";

/** A text in both languages; a starter case file leaves neither out. */
export type Both = { en: string; ar: string };

/** A claim of a starter case file. The verdict is always `unproven`: nobody here has added evidence yet. */
export type StarterClaim = {
  statement: Both;
  claimant: Both;
  /** ISO date, or a part of one. */
  saidOn: string;
  saidWhere: Both;
  citation: Both;
  reasons: Both;
  wouldSettle: Both;
};

/** One of the five incidents an empty archive starts with. Paragraphs of plain texts are parted by an empty line. */
export type StarterCase = {
  slug: string;
  /** ISO date, or a part of one. */
  incidentDate: string;
  title: Both;
  standfirst: Both;
  place: Both;
  story: { en: ProseDocument; ar: ProseDocument };
  claims: StarterClaim[];
  timeline: { date: string; text: Both }[];
  howWeKnow: Both;
  notEstablished: Both;
};
