import { z } from "zod";

/** The texts in a list's `posts.json`, in the order in which the posts were collected. */
export const collectedTexts = z
  .array(z.object({ text: z.string().nullable() }))
  .transform((posts) => posts.flatMap(({ text }) => text ?? []));
