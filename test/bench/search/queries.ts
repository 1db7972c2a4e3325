import type { SearchDoc, SearchQuery } from "#lib/core/search/search-index";
import type { Random } from "#test/bench/texts/random";

/** What people ask, made from posts that are there. */
export type BenchQueries = {
  /** One list per search typed: a query per key pressed. */
  typed: SearchQuery[][];
  filtered: SearchQuery[];
  quoted: SearchQuery[];
};

const PAGE_SIZE = 20;
const DAY_MS = 86_400_000;

/**
 * Searches of two or three neighbouring words, taken from posts at random, so common words come as often as they are
 * used: typed key by key; with one filter that the post meets; in quotes.
 * @param count of each kind.
 */
export function makeQueries(docs: readonly SearchDoc[], count: number, random: Random): BenchQueries {
  const many = <T>(make: () => T) => Array.from({ length: count }, make);
  const words = () => {
    const doc = random.pick(docs);
    const all = doc.text.split(" ").filter((word) => /[\p{L}\p{N}]/u.test(word) && !/^(?:https?:|@|RT$)/u.test(word));
    const start = random.below(Math.max(1, all.length - 2));
    return {
      doc,
      run: all.slice(start, start + 2 + random.below(2)).map((word) => word.replaceAll(/["“”«»„‟]/gu, "")),
    };
  };
  return {
    // A key is pressed for every letter, so a tenth of the searches makes as many queries.
    typed: Array.from({ length: Math.ceil(count / 10) }, () => {
      const typed = [...words().run.join(" ")];
      return typed.map((_, i) => ({ q: typed.slice(0, i + 1).join(""), pageSize: PAGE_SIZE }));
    }),
    filtered: many(() => {
      const { doc, run } = words();
      return { q: run[0] ?? "", filters: filterOf(doc, random), pageSize: PAGE_SIZE };
    }),
    quoted: many(() => ({ q: `"${words().run.join(" ")}"`, pageSize: PAGE_SIZE })),
  };
}

function filterOf(doc: SearchDoc, random: Random): NonNullable<SearchQuery["filters"]> {
  const from = new Date(Date.parse(doc.at) - 15 * DAY_MS).toISOString().slice(0, 10);
  const to = new Date(Date.parse(doc.at) + 15 * DAY_MS).toISOString().slice(0, 10);
  return random.pick([
    { account: [doc.account ?? ""] },
    { language: [doc.language ?? "en"] },
    { platform: [doc.platform], outcome: [doc.outcome ?? "content"] },
    doc.hashtags.length > 0 ? { hashtag: doc.hashtags } : { hasCopies: doc.copies > 1 },
    { from, to },
  ]);
}
