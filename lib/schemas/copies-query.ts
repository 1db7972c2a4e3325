import { z } from "zod";
import { storableText } from "#lib/core/text/storable";

/** The longest text whose copies are looked for; a longer one is refused, never cut silently. */
export const MAX_COPIES_CHARS = 100_000;

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const id = z.preprocess(first, z.uuid()).optional().catch(undefined);

/** What copies are looked for of: exactly one of these. */
export type CopiesInput = { text: string } | { postId: string } | { wordingId: string } | { exhibitId: string };

const addressParams = z.object({
  post: id,
  wording: id,
  exhibit: id,
  text: z.preprocess((value) => storableText(String(first(value) ?? "")), z.string()),
});

/** What the address of the page says; null when nothing was asked yet. Ids that are none are overlooked. */
export function copiesOfAddress(params: unknown): CopiesInput | null {
  const { post, wording, exhibit, text } = addressParams.parse(params);
  if (post) return { postId: post };
  if (wording) return { wordingId: wording };
  if (exhibit) return { exhibitId: exhibit };
  return text.trim() === "" ? null : { text };
}

/** @throws by its schema for longer texts. */
export const copiesInput = z.union([
  z.object({ text: z.string().max(MAX_COPIES_CHARS) }),
  z.object({ postId: z.uuid() }),
  z.object({ wordingId: z.uuid() }),
  z.object({ exhibitId: z.uuid() }),
]);
