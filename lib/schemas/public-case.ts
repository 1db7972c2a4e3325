import { z } from "zod";
import { VERDICTS } from "#lib/core/cases/verdicts";
import { caseSnapshot } from "#lib/schemas/case-snapshot";
import { localizedText } from "#lib/schemas/localized";

/** A case file as the public index lists it. */
export const publicCaseSummary = z.object({
  slug: z.string(),
  status: z.enum(["published", "retracted"]),
  title: localizedText,
  standfirst: localizedText,
  place: localizedText,
  incidentDate: z.string().nullable(),
  isSample: z.boolean(),
  absentLocale: z.enum(["en", "ar"]).nullable(),
  claims: z.array(z.object({ statement: localizedText, verdict: z.enum(VERDICTS) })),
  firstPublishedAt: z.string(),
  publishedAt: z.date(),
});
export type PublicCaseSummary = z.infer<typeof publicCaseSummary>;

/** A revision as its page needs it: the frozen snapshot, its hash and whether a newer one exists. */
export const publicRevision = z.object({
  snapshot: caseSnapshot,
  /** SHA-256 of the canonical JSON of the snapshot, as stored when it was published. */
  sha256: z.string(),
  newestNumber: z.number().int().positive(),
  /** Then every revision shows the tombstone, and no older one its text. */
  isRetracted: z.boolean(),
});
export type PublicRevision = z.infer<typeof publicRevision>;
