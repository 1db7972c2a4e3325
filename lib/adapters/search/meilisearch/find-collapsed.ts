import type { MeiliConnection } from "#lib/adapters/search/meilisearch/client";
import type { FoundDoc } from "#lib/adapters/search/meilisearch/documents";
import {
  countAll,
  countWanted,
  type Found,
  type Question,
  readOldest,
  readRanked,
  type Wish,
} from "#lib/adapters/search/meilisearch/find-documents";

/** So many documents are put together here; of more, the first in the order that was asked for. */
const MAX_GROUPED = 2_000;

type Member = Pick<FoundDoc, "id" | "family" | "at">;

/**
 * One result per phrasing: the oldest that meets the question. Meilisearch keeps the first of each in the order it was
 * asked for (`distinct`), and counts what is left only by going through everything, which takes seconds; so the
 * families of the first documents are put together here, and `distinct` gives the oldest of each on the page. Facets
 * count every document.
 */
export async function findCollapsed(meili: MeiliConnection, question: Question, wish: Wish): Promise<Found> {
  const fields = ["id", "family", "at"] as const;
  const [counted, { docs: members }] = await Promise.all([
    countAll(meili, question),
    readRanked(meili, question, { sort: wish.sort, from: 0, count: MAX_GROUPED, fields }),
  ]);
  const isAll = members.length >= counted.total;
  const families = isAll ? inOrder(members, wish, question) : firstOfEach(members).map(({ family }) => family);
  const from = (wish.page - 1) * wish.pageSize;
  let shown = families.slice(from, from + wish.pageSize);
  if (!isAll && shown.length < wish.pageSize) {
    // Further back than was put together: the first of each come in the same order.
    const slice = { sort: wish.sort, from, count: wish.pageSize, fields: ["family"], distinct: "family" } as const;
    shown = (await readRanked(meili, question, slice)).docs.map(({ family }) => family);
  }
  return {
    docs: await readOldest(meili, question, shown),
    total: Math.max(families.length, shown.length > 0 ? from + shown.length : 0),
    isTotalExact: isAll,
    facetSample: null,
    facets: await countWanted(meili, question, counted.facets, wish.countOnly),
  };
}

/** Families by their oldest members; under relevance each in the place of its best. */
function inOrder(members: readonly Member[], wish: Wish, question: Question): string[] {
  return oldestOfEach(members, wish.sort, question.q === "").map(({ family }) => family);
}

/** The oldest of each family, in the order that was asked for. @param isEmpty nothing was typed: the newest first. */
export function oldestOfEach<T extends Member>(docs: readonly T[], sort: Wish["sort"], isEmpty: boolean): T[] {
  const oldest = new Map<string, T>();
  for (const doc of docs) {
    const other = oldest.get(doc.family);
    if (!other || doc.at < other.at || (doc.at === other.at && doc.id < other.id)) oldest.set(doc.family, doc);
  }
  const kept = [...oldest.values()];
  const isNewest = sort === "newest" || (sort === "relevance" && isEmpty);
  return isNewest ? kept.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1)) : kept;
}

const firstOfEach = (members: readonly Member[]) =>
  [...new Map([...members].reverse().map((member) => [member.family, member])).values()].reverse();
