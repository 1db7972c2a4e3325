import { z } from "zod";
import { cleanFileName } from "#lib/core/supplied/file-name";

export const MAX_FILE_NAME_CHARS = 200;
export const MAX_ORIGIN_CHARS = 200;
export const MAX_NOTE_CHARS = 1_000;

/** What whoever uploads a file says about it. None of it is checked by us, and pages say so. */
export const suppliedInput = z.object({
  fileName: z
    .string({ error: "missing" })
    .max(2_000, "too_long")
    .transform(cleanFileName)
    .pipe(z.string().min(1, "missing").max(MAX_FILE_NAME_CHARS, "too_long")),
  /** Who gave it to the newsroom. */
  origin: z.string().trim().max(MAX_ORIGIN_CHARS, "too_long").default(""),
  note: z.string().trim().max(MAX_NOTE_CHARS, "too_long").default(""),
  claimedUrl: z
    .union([z.literal(""), z.url({ protocol: /^https?$/, error: "not_an_address" }).max(2_000, "too_long")])
    .default(""),
  /** A date, or date and time, as a browser's form field writes it. */
  claimedAt: z
    .union([z.literal(""), z.iso.date(), z.iso.datetime({ local: true })], { error: "not_a_date" })
    .default(""),
});
export type SuppliedInput = z.infer<typeof suppliedInput>;

/** What the list of supplied files is asked for. */
export const suppliedQuery = z.object({
  q: z.string().trim().max(200).catch(""),
  format: z.string().max(30).catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type SuppliedQuery = z.infer<typeof suppliedQuery>;
