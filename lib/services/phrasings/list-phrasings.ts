import { findBoilerplate } from "#lib/core/duplicates/boilerplate";
import type { PhrasingSummary } from "#lib/core/duplicates/views";
import { db } from "#lib/data/client";
import { listWordingsById } from "#lib/data/copies";
import { listPhrasings as listRows, type PhrasingRow } from "#lib/data/phrasing-pages";
import { toAppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { MAX_PHRASING_PAGES, type PhrasingListQuery } from "#lib/schemas/phrasing-query";
import { phrasingCounts } from "#lib/services/phrasings/phrasing-views";
import { findAllHits } from "#lib/services/search/find-all-hits";

const PAGE_SIZE = 20;
/** Phrasings that search is asked for when words are given. */
const MAX_FOUND = 200;
const DAY_MS = 86_400_000;

export type PhrasingList = {
  items: PhrasingSummary[];
  page: number;
  hasMore: boolean;
  /** There would be more, but lists end here. */
  isCut: boolean;
  /** Words were given and search does not answer. */
  isWithoutSearch: boolean;
};

/**
 * Phrasings that several posts share, the most copied or the newest first.
 * @param query words are looked for by search, which gives the first 200 phrasings that have them.
 * @throws AppError `not_allowed`.
 */
export async function listPhrasings(actor: Actor, query: PhrasingListQuery): Promise<PhrasingList> {
  assertMay(actor, "captures.read");
  const ids = query.q === "" ? undefined : await searchPhrasings(query);
  const { page } = query;
  if (ids === null) return { items: [], page, hasMore: false, isCut: false, isWithoutSearch: true };
  const rows = await listRows(
    db(),
    {
      ids,
      minPosts: query.posts,
      minAccounts: query.accounts,
      from: query.from ? new Date(`${query.from}T00:00:00Z`) : undefined,
      to: query.to ? new Date(Date.parse(`${query.to}T00:00:00Z`) + DAY_MS) : undefined,
    },
    query.sort,
    { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE + 1 },
  );
  const isMore = rows.length > PAGE_SIZE;
  return {
    items: await summarise(rows.slice(0, PAGE_SIZE)),
    page,
    hasMore: isMore && page < MAX_PHRASING_PAGES,
    isCut: isMore && page >= MAX_PHRASING_PAGES,
    isWithoutSearch: false,
  };
}

/** Null when search does not answer. */
async function searchPhrasings({ q, posts, sort }: PhrasingListQuery): Promise<string[] | null> {
  const filters = { kind: ["post" as const], ...(posts > 1 && { hasCopies: true }) };
  const ids = new Set<string>();
  try {
    for await (const { hits } of findAllHits({ q, filters, sort, collapse: true }, MAX_FOUND)) {
      for (const { phrasingId } of hits) if (phrasingId) ids.add(phrasingId);
    }
    return [...ids];
  } catch (thrown) {
    if (toAppError(thrown).code !== "search_down") throw thrown;
    return null;
  }
}

async function summarise(rows: readonly PhrasingRow[]): Promise<PhrasingSummary[]> {
  const shown = ({ usualId, pivotId }: PhrasingRow) => usualId ?? pivotId ?? "";
  const wordings = await listWordingsById(db(), rows.map(shown).filter(Boolean));
  const texts = new Map(wordings.map((wording) => [wording.id, wording.text ?? wording.folded]));
  return rows.map((row) => {
    const text = texts.get(shown(row)) ?? "";
    return { id: row.id, text, boilerplate: findBoilerplate(text), ...phrasingCounts(row) };
  });
}
