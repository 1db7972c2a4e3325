import { z } from "zod";
import { storableText } from "#lib/core/text/storable";
import { coPostingWindow } from "#lib/schemas/spread-query";

/** Pages of a list by number: what lies further off is narrowed down to, not leafed to. */
export const MAX_PHRASING_PAGES = 50;

const first = (value: unknown) => {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === "string" ? storableText(one) : one;
};
const atLeast = (usual: number) => z.preprocess(first, z.coerce.number().int().min(1).max(10_000_000)).catch(usual);
const day = z.preprocess(first, z.iso.date()).optional().catch(undefined);
const page = z.preprocess(first, z.coerce.number().int().min(1).max(MAX_PHRASING_PAGES)).catch(1);

/** What the address of the list of phrasings says; nonsense is overlooked, so that an old address shows a list. */
export const phrasingListQuery = z.object({
  q: z.preprocess(first, z.string().trim().max(500)).catch(""),
  posts: atLeast(2),
  accounts: atLeast(1),
  from: day,
  to: day,
  sort: z.preprocess(first, z.enum(["copies", "newest"])).catch("copies"),
  page,
});
export type PhrasingListQuery = z.infer<typeof phrasingListQuery>;

/** What the address of one phrasing says: the wording that somebody came from, and the pages of its lists. */
export const phrasingQuery = z.object({
  wording: z.preprocess(first, z.uuid()).optional().catch(undefined),
  wordings: page,
  posts: page,
  accounts: page,
  /** Stragglers far from the other posts are drawn, too. */
  whole: z.preprocess((value) => first(value) === "1", z.boolean()),
  window: coPostingWindow,
});
export type PhrasingQuery = z.infer<typeof phrasingQuery>;
