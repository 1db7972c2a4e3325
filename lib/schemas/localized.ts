import { z } from "zod";

/** A text in the product's two languages; a missing one is not written yet. */
export const localizedText = z.object({ en: z.string().optional(), ar: z.string().optional() });

export type LocalizedText = z.infer<typeof localizedText>;
