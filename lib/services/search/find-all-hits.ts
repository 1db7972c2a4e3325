import type { SearchHit, SearchQuery } from "#lib/core/search/search-index";
import { askIndex } from "#lib/services/search/ask-index";

/** As many as every engine gives at once. */
const PAGE_SIZE = 100;

export type FoundHits = {
  hits: SearchHit[];
  /** Set with the last ones when there are more: how many in all; when that is not exact, at least so many. */
  cut?: { total: number; isExact: boolean };
};

/**
 * Every result of a search, some at a time, each once: in the order that was asked for as far as the engine's pages go.
 * They have an end, and where there is more it goes on by time, newest first or oldest first, from the last moment seen.
 * What is collapsed or sorted by copies has no such moment and is cut there.
 * @throws AppError `search_down`
 */
export async function* findAllHits(query: SearchQuery, limit: number): AsyncGenerator<FoundHits> {
  const pageSize = Math.min(PAGE_SIZE, limit);
  const seen = new Set<string>();
  const byTime = query.sort === "oldest" ? "oldest" : "newest";
  const first = await askIndex({ ...query, page: 1, pageSize });
  const cut = () => ({ total: Math.max(first.total, seen.size), isExact: first.isTotalExact });

  let asked: SearchQuery = { ...query, pageSize };
  let reached: string | undefined;
  for (;;) {
    let given = 0;
    let last: SearchHit | undefined;
    for (let page = 1; ; page++) {
      const found =
        reached === undefined && page === 1 && asked.sort === query.sort ? first : await askIndex({ ...asked, page });
      given += found.hits.length;
      last = found.hits.at(-1) ?? last;
      const fresh = found.hits.filter(({ id }) => !seen.has(id));
      const hits = fresh.slice(0, limit - seen.size);
      for (const { id } of hits) seen.add(id);
      yield { hits };
      const isWhole = found.isTotalExact && given >= found.total && hits.length === fresh.length;
      if (isWhole) return;
      if (seen.size >= limit) return yield { hits: [], cut: cut() };
      if (found.hits.length < pageSize) break;
    }
    const isByTime = asked.sort === byTime;
    if (query.collapse || query.sort === "copies" || !last || (isByTime && last.at === reached)) {
      return yield { hits: [], cut: cut() };
    }
    if (isByTime) reached = last.at;
    const from = isByTime ? { [byTime === "oldest" ? "since" : "until"]: reached } : {};
    asked = { ...asked, sort: byTime, filters: { ...query.filters, ...from } };
  }
}
