import { z } from "zod";
import { VERDICTS } from "#lib/core/cases/verdicts";
import { localizedStory } from "#lib/schemas/story-doc";

/** A draft may be unfinished, so nothing is required here; only sizes and shapes are held. The checklist asks for the rest. */
const text = (maxLength: number) =>
  z.object({ en: z.string().max(maxLength).optional(), ar: z.string().max(maxLength).optional() });

const line = text(400);
const passage = text(20_000);
/** As typed; whether it is a date, an address or a slug is for the checklist to say. */
const loose = z.string().trim().max(2000);
const empty = z.preprocess((value) => (value === "" ? null : value), loose.nullable());

const claim = z.object({
  /** Made by the editor's browser, so that a claim keeps its id over every save. */
  id: z.uuid(),
  statement: text(2000),
  claimant: line,
  saidOn: empty,
  saidWhere: line,
  citation: text(2000),
  citationExhibitId: z.uuid().nullable(),
  sourceUrl: empty,
  verdict: z.enum(VERDICTS).nullable(),
  reasons: passage,
  wouldSettle: passage,
});

const entry = z.object({ id: z.uuid(), date: z.string().trim().max(40), text: text(2000) });

/** Everything an editor types into a case file. Which exhibits exist is decided apart; here are their order and captions. */
export const caseDraft = z.object({
  slug: z.string().trim().max(120),
  title: line,
  standfirst: text(2000),
  place: line,
  incidentDate: empty,
  story: localizedStory,
  howWeKnow: passage,
  notEstablished: passage,
  absentLocale: z.enum(["en", "ar"]).nullable(),
  claims: z.array(claim).max(100),
  timeline: z.array(entry).max(500),
  exhibits: z.array(z.object({ id: z.uuid(), caption: text(2000) })).max(500),
});

export type CaseDraft = z.infer<typeof caseDraft>;
export type DraftClaim = CaseDraft["claims"][number];
export type DraftTimelineEntry = CaseDraft["timeline"][number];

/** Largest story of one language as JSON, in characters; a book, and small enough for one request. */
export const MAX_STORY_CHARACTERS = 600_000;

export const saveCaseInput = z.object({
  caseId: z.uuid(),
  /** The version the draft grew from. */
  version: z.number().int().positive(),
  draft: caseDraft.refine((draft) => JSON.stringify(draft.story).length <= 2 * MAX_STORY_CHARACTERS),
});
