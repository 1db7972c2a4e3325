import { z } from "zod";

/** A text in the product's two languages; a missing one is not written yet. */
export const localizedText = z.object({ en: z.string().optional(), ar: z.string().optional() });

export type LocalizedText = z.infer<typeof localizedText>;

/** A text in two languages out of a JSON column; empty when the column holds something else. */
export function readLocalized(value: unknown): LocalizedText {
  return localizedText.catch({}).parse(value);
}
