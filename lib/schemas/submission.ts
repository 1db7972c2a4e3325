import { z } from "zod";
import { wayWish } from "#lib/schemas/way-wish";

/** Lines of one submission that hold something. */
export const MAX_LINES = 500;
/** All lines of one submission together; even as three bytes each they fit into what a server action takes (1 MB). */
export const MAX_SUBMISSION_CHARS = 300_000;
export const MAX_REASON_CHARS = 2_000;

/** What an editor sends: lines as typed (blank ones keep the numbering), why, and for which case. */
export const submissionInput = z.object({
  lines: z.array(z.string()).max(10_000),
  reason: z.string().max(MAX_REASON_CHARS).default(""),
  caseFileId: z.uuid().optional(),
  /** For the sources that know it; the others are looked at by a browser that nobody has signed in. */
  way: wayWish.optional(),
});

/** What the submit page asks while somebody types. */
export const previewRequest = z.object({ lines: z.array(z.string()).max(MAX_LINES) });

export type SubmissionInput = z.input<typeof submissionInput>;
