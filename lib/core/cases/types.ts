/** A text in the product's languages; a missing or empty one is not written. */
export type Localized = { en?: string; ar?: string };
export type CaseLocale = "en" | "ar";
export const CASE_LOCALES = ["en", "ar"] as const satisfies readonly CaseLocale[];

export type CaseStatus = "draft" | "in_review" | "published" | "retracted";

/** The part of a ProseMirror document that rules need: types, texts and which exhibits stand in it. */
export type StoryNode = {
  type: string;
  text?: string;
  attrs?: object;
  content?: readonly StoryNode[];
};

/** A case file as the publishing checklist reads it. */
export type CheckedCase = {
  slug: string;
  title: Localized;
  standfirst: Localized;
  place: Localized;
  incidentDate: string | null;
  story: { en?: StoryNode; ar?: StoryNode };
  howWeKnow: Localized;
  notEstablished: Localized;
  absentLocale: CaseLocale | null;
  claims: readonly CheckedClaim[];
  timeline: readonly { id: string; date: string; text: Localized }[];
  exhibits: readonly CheckedExhibit[];
};

export type CheckedClaim = {
  id: string;
  statement: Localized;
  claimant: Localized;
  saidOn: string | null;
  saidWhere: Localized;
  citation: Localized;
  citationExhibitId: string | null;
  sourceUrl: string | null;
  verdict: string | null;
  reasons: Localized;
  wouldSettle: Localized;
};

export type CheckedExhibit = {
  id: string;
  caption: Localized;
  /** The captures that show it; a wording has several, a lost one none. */
  captures: readonly { outcome: string; hasManifest: boolean }[];
  /** A file that somebody gave us: no capture stands behind it, so its caption has to say where it is from. */
  isSupplied: boolean;
};
