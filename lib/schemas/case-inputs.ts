import { z } from "zod";

/** What the services of case files take, apart from the draft itself (case-draft.ts). */
const note = z.string().trim().min(1).max(5000);
/** Read by the public: in both languages, unless the case is in one only. */
export const publicNote = z.object({
  en: z.string().trim().max(2000).optional(),
  ar: z.string().trim().max(2000).optional(),
});

export const createCaseInput = z.object({
  title: z
    .object({ en: z.string().trim().max(400).optional(), ar: z.string().trim().max(400).optional() })
    .refine((title) => Boolean(title.en || title.ar), { path: ["title"] }),
  /** Proposed from the title when missing. */
  slug: z.string().trim().max(120).optional(),
  isSample: z.boolean().default(false),
});

/** What an exhibit shows. A post without a capture is shown by its newest capture that holds content. */
export const exhibitTarget = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("capture"), captureId: z.uuid() }),
  z.object({ kind: z.literal("post"), postId: z.uuid(), captureId: z.uuid().optional() }),
  z.object({ kind: z.literal("wording"), wordingId: z.uuid() }),
  z.object({ kind: z.literal("supplied"), suppliedId: z.uuid() }),
]);
export type ExhibitTarget = z.infer<typeof exhibitTarget>;

export const addExhibitInput = z.object({
  caseId: z.uuid(),
  target: exhibitTarget,
  /** For undoing a removal: the exhibit as it was. */
  restore: z
    .object({
      id: z.uuid(),
      position: z.number().int().nonnegative(),
      caption: z.object({ en: z.string().optional(), ar: z.string().optional() }),
    })
    .optional(),
});
export const removeExhibitInput = z.object({ caseId: z.uuid(), exhibitId: z.uuid() });
/** Several at once: what somebody ticked in a list. */
const MAX_AT_ONCE = 200;
export const addExhibitsInput = z.object({
  caseId: z.uuid(),
  targets: z.array(exhibitTarget).min(1).max(MAX_AT_ONCE, "too_many"),
});
export const removeExhibitsInput = z.object({
  caseId: z.uuid(),
  exhibitIds: z.array(z.uuid()).min(1).max(MAX_AT_ONCE, "too_many"),
});

export const caseIdInput = z.object({ caseId: z.uuid() });
export const submitForReviewInput = z.object({ caseId: z.uuid(), version: z.number().int().positive() });
export const noteInput = z.object({ caseId: z.uuid(), note });
export const publishCaseInput = z.object({
  caseId: z.uuid(),
  /** The version that the publisher read; another one is refused. */
  version: z.number().int().positive(),
  /** Needed from the second publication on: what was corrected. */
  note: publicNote.default({}),
});
export const retractCaseInput = z.object({ caseId: z.uuid(), note: publicNote });

export const CASES_PAGE_SIZE = 25;
/** Filters of the list, as they stand in the URL; nonsense falls back to the whole list. */
export const caseListQuery = z.object({
  q: z.string().trim().max(200).catch(""),
  status: z.enum(["draft", "in_review", "published", "retracted"]).nullable().catch(null),
  sort: z.enum(["updated", "created", "slug"]).catch("updated"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type CaseListQuery = z.infer<typeof caseListQuery>;
