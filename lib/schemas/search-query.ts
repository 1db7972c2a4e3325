import { z } from "zod";
import { SEARCH_KINDS, type SearchKind, type SearchQuery } from "#lib/core/search/search-index";
import { storableText } from "#lib/core/text/storable";

const clean = (value: unknown) => (typeof value === "string" ? storableText(value) : value);
const first = (value: unknown) => clean(Array.isArray(value) ? value[0] : value);
const strings = (value: unknown) =>
  (Array.isArray(value) ? value : [value])
    .map(clean)
    .filter((one) => typeof one === "string" && one.trim() !== "")
    .slice(0, 50);
const many = z.preprocess(strings, z.array(z.string().max(500))).catch([]);
const isOn = z.preprocess((value) => first(value) === "1", z.boolean());
const day = z.preprocess(first, z.iso.date()).optional().catch(undefined);

/**
 * What the address of the search page says: the whole state of a search. Values that make no sense are dropped, so
 * that an old or hand-made address shows a search and never an error.
 */
export const searchParams = z.object({
  q: z.preprocess(first, z.string().max(2_000)).catch(""),
  exact: isOn,
  collapse: isOn,
  copies: isOn,
  kind: z.preprocess(
    (value) => strings(value).filter((one) => SEARCH_KINDS.includes(one as SearchKind)),
    z.array(z.enum(SEARCH_KINDS)),
  ),
  platform: many,
  account: many,
  hashtag: many,
  language: many,
  outcome: many,
  caseId: many,
  suppliedBy: many,
  from: day,
  to: day,
  sort: z.preprocess(first, z.enum(["relevance", "newest", "oldest", "copies"])).catch("relevance"),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000)).catch(1),
});

export type SearchParams = z.infer<typeof searchParams>;

/** The same as a question to the search engine. */
export function toSearchQuery(params: SearchParams, pageSize: number): SearchQuery {
  const { kind, platform, account, hashtag, language, outcome, caseId, suppliedBy, from, to, sort, page, collapse } =
    params;
  return {
    q: params.q,
    exactSpelling: params.exact,
    collapse,
    sort,
    page,
    pageSize,
    filters: {
      kind,
      platform,
      account,
      hashtag,
      language,
      outcome,
      caseId,
      suppliedBy,
      hasCopies: params.copies,
      from,
      to,
    },
  };
}
