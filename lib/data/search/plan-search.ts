import { momentOf, startOfDay } from "#lib/core/search/filter-times";
import type { ParsedQuery } from "#lib/core/search/parse-query";
import { SEARCH_KINDS, type SearchFilters } from "#lib/core/search/search-index";
import { markOf } from "#lib/data/search/lexemes";
import { closed, type QueryTerms, type Term, termsOf, tsPhraseOf, tsQueryOf } from "#lib/data/search/query-terms";
import type { Ask } from "#lib/data/search/search-pool";
import { readReach } from "#lib/data/search/search-words";
import { ALL_SLICES, askSlices, slicesBetween } from "#lib/data/search/time-slices";
import { Prisma } from "#prisma/generated/client";

/**
 * How documents are come by, in the order they are wanted:
 * `few`: by a column in which few documents are alike; `slices`: by the index over the words, one slice of time after
 * the other; `walk`: one after the other by time, where most of them will do.
 */
export type Way =
  | { kind: "few"; condition: Prisma.Sql }
  | { kind: "slices"; tsquery: string; slices: readonly number[] }
  | { kind: "walk" };

export type SearchPlan = {
  way: Way;
  /** Days asked for; true of every document that the way comes by. */
  dates: Prisma.Sql;
  /** What the way has not looked at: it is looked at in the documents. */
  checks: Prisma.Sql;
  /** Everything that was asked for, looked at in the documents. */
  whole: Prisma.Sql;
  /** Whether many searches are of this shape, so that its plan is worth keeping. */
  isUsual: boolean;
  /** The words for ranking, in the text form of a tsquery; null when nothing was typed. */
  ranked: string | null;
};

/** So many are looked into, where the way proposes more than what is wanted. */
export const MAX_EXAMINED = 10_000;
/** When more documents than this part of all have what is wanted, the way along the time finds them soonest. */
const WALK_SHARE = 0.3;
/**
 * Looking into a document costs as much as ten entries of the index: a beginning that reaches further than this many
 * times the documents that other words leave is looked at there.
 */
const LOOK_COST = 10;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY_MS = 86_400_000;

/** A search as the index sees it: its terms, and what no index knows. */
export type SearchWish = { parsed: ParsedQuery; filters: SearchFilters; terms: QueryTerms };

/** @param words instead of those of the query: their like, for somebody who mistyped. */
export function wishOf(parsed: ParsedQuery, filters: SearchFilters, words?: Term[]): SearchWish {
  const terms = termsOf(parsed, filters);
  return { parsed, filters, terms: words ? { ...terms, words } : terms };
}

/**
 * Decides how to search. The narrowest term says how many documents there can be at most, whatever the others are.
 * @param isThorough by the index, however many there are.
 */
export async function planSearch(ask: Ask, wish: SearchWish, isThorough = false): Promise<SearchPlan> {
  const { parsed, filters, terms } = wish;
  const to = startOfDay(filters.to);
  const from = latest(startOfDay(filters.from), momentOf(filters.since));
  // The first moment that is too late.
  const until = earliest(to && new Date(to.getTime() + DAY_MS), after(momentOf(filters.until)));
  const dates = allOf([...(from ? [Prisma.sql`at >= ${from}`] : []), ...(until ? [Prisma.sql`at < ${until}`] : [])]);
  const all = [...terms.words, ...terms.phrases.flat(), ...terms.filters];
  const beyond = [...terms.phrases.map((phrase) => check(tsPhraseOf(phrase))), ...literalChecks(parsed)];
  const looked = (unseen: readonly Term[]) =>
    allOf([...unseen.map((term) => check(tsQueryOf([term]) ?? "")), ...beyond]);
  const planned = (way: Way, unseen: readonly Term[]): SearchPlan => ({
    way,
    dates,
    checks: looked(unseen),
    whole: Prisma.sql`${looked(all)} AND ${dates}`,
    ranked: rankedOf(terms),
    isUsual: !from && !until && parsed.literals.length === 0 && terms.phrases.length <= 1 && way.kind !== "few",
  });

  const few = fewOf(wish);
  if (few) return planned({ kind: "few", condition: few }, all);
  const kinds = SEARCH_KINDS.map((kind) => closed([markOf("kind", kind)]));
  const reach = all.length > 0 ? await readReach(ask, [...all, ...kinds]) : [];
  const total = reach.slice(all.length).reduce((sum, docs) => sum + docs, 0);
  const narrowest = Math.min(Number.POSITIVE_INFINITY, ...reach.slice(0, all.length));
  if (all.length === 0 || (!isThorough && narrowest > total * WALK_SHARE)) return planned({ kind: "walk" }, all);
  const isWide = (i: number) =>
    Boolean(all[i]?.beginnings.length) && (reach[i] ?? 0) > LOOK_COST * Math.min(MAX_EXAMINED, narrowest);
  const tsquery = tsQueryOf(all.filter((_, i) => !isWide(i))) ?? "";
  const slices = from || until ? slicesBetween(await askSlices(ask), from, until) : ALL_SLICES;
  const way = { kind: "slices", tsquery, slices } as const;
  return planned(
    way,
    all.filter((_, i) => isWide(i)),
  );
}

/** Joins conditions; none lets everything through. */
export function allOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join([...conditions], " AND ") : Prisma.sql`true`;
}

/** Written so that PostgreSQL asks no index for it. */
function check(tsquery: string): Prisma.Sql {
  return Prisma.sql`(tsv @@ ${tsquery}::tsquery) IS TRUE`;
}

/** What stands together counts for ranking too. */
function rankedOf({ words, phrases }: QueryTerms): string | null {
  return [tsQueryOf(words), ...phrases.map(tsPhraseOf)].filter(Boolean).join(" & ") || null;
}

/** A phrasing, a wording: few documents have the same. */
function fewOf({ filters }: SearchWish): Prisma.Sql | null {
  const conditions: Prisma.Sql[] = [];
  for (const [column, values] of [
    [Prisma.raw("phrasing_id"), filters.phrasingId],
    [Prisma.raw("wording_id"), filters.wordingId],
  ] as const) {
    const ids = values?.filter((id) => UUID.test(id)) ?? [];
    if (ids.length === 1) conditions.push(Prisma.sql`${column} = ${ids[0]}::uuid`);
    else if (values?.length) conditions.push(Prisma.sql`${column} = ANY(${ids}::uuid[])`);
  }
  return conditions.length > 0 ? allOf(conditions) : null;
}

/** Letter for letter, where no index helps. */
function literalChecks({ literals }: ParsedQuery): Prisma.Sql[] {
  return literals.map(
    (literal) => Prisma.sql`
      (strpos(text, ${literal}) > 0 OR strpos(coalesce(title, ''), ${literal}) > 0 OR strpos(url, ${literal}) > 0
       OR strpos(coalesce(account_name, ''), ${literal}) > 0 OR strpos('@' || coalesce(account, ''), ${literal}) > 0)`,
  );
}

/** Times are kept to the millisecond. */
function after(moment: Date | null): Date | null {
  return moment && new Date(moment.getTime() + 1);
}

function latest(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a > b ? a : b) : (a ?? b);
}

function earliest(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a < b ? a : b) : (a ?? b);
}
