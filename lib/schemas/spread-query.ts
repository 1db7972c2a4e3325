import { z } from "zod";
import { CO_POSTING_WINDOW_NAMES } from "#lib/core/spread/co-posting";
import { foldHashtag } from "#lib/core/text/fold";
import { storableText } from "#lib/core/text/storable";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const clean = (value: unknown) => {
  const one = first(value);
  return typeof one === "string" ? storableText(one).trim() : one;
};
const day = z.preprocess(first, z.iso.date()).optional().catch(undefined);
const page = z.preprocess(first, z.coerce.number().int().min(1).max(100_000)).catch(1);
/** How close together posts must be to tie two accounts. */
export const coPostingWindow = z.preprocess(first, z.enum(CO_POSTING_WINDOW_NAMES)).catch("ten_minutes");
const words = z.preprocess(clean, z.string().max(200)).catch("");

/**
 * What the address of a hashtag's or account's page says: from and until which day (inclusive, UTC) posts are counted,
 * whether stragglers are drawn, too, and how close together posts must be to tie accounts. Anything else is dropped: an
 * old or hand-made address shows a page, never an error.
 */
export const spreadQuery = z.object({
  from: day,
  to: day,
  whole: z.preprocess((value) => first(value) === "1", z.boolean()),
  window: coPostingWindow,
});
export type SpreadQuery = z.infer<typeof spreadQuery>;

/** What the list of hashtags is asked for. */
export const hashtagsQuery = z.object({
  q: words,
  sort: z.preprocess(first, z.enum(["posts", "newest"])).catch("posts"),
  page,
});
export type HashtagsQuery = z.infer<typeof hashtagsQuery>;

/** What the list of accounts is asked for. */
export const accountsQuery = z.object({
  q: words,
  sort: z.preprocess(first, z.enum(["posts", "newest", "handle"])).catch("posts"),
  page,
});
export type AccountsQuery = z.infer<typeof accountsQuery>;

/**
 * Which two accounts, as `platform/handle` or a handle alone; and which of their posts count: under one hashtag (folded),
 * made in certain days (inclusive, UTC), with one phrasing.
 */
export const tieQuery = z.object({
  a: words,
  b: words,
  window: coPostingWindow,
  hashtag: z.preprocess((value) => foldHashtag(String(clean(value) ?? "").slice(0, 200)), z.string()),
  from: day,
  to: day,
  phrasing: z.preprocess(first, z.uuid()).optional().catch(undefined),
  page,
});
export type TieQuery = z.infer<typeof tieQuery>;
/** What a tie is narrowed to. */
export type TieScope = Partial<Pick<TieQuery, "hashtag" | "from" | "to" | "phrasing">>;
