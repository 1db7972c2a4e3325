import { z } from "zod";

/** Lines of one submission that hold something. */
export const MAX_LINES = 500;
/** All lines of one submission together. */
export const MAX_SUBMISSION_CHARS = 500_000;
export const MAX_REASON_CHARS = 2_000;

/** What an editor sends: lines as typed (blank ones keep the numbering), why, and for which case. */
export const submissionInput = z.object({
  lines: z.array(z.string()).max(10_000),
  reason: z.string().max(MAX_REASON_CHARS).default(""),
  caseFileId: z.uuid().optional(),
});

/** What the submit page asks while somebody types. */
export const previewRequest = z.object({ lines: z.array(z.string()).max(MAX_LINES) });

export type SubmissionInput = z.input<typeof submissionInput>;

/** Why a whole submission is refused; anything smaller is a problem of one line. */
export type SubmissionProblem = "empty" | "too_many_lines" | "too_long" | "reason_too_long" | "case_unknown";
