import type { ParsedQuery } from "#lib/core/search/parse-query";
import type { SearchFilters } from "#lib/core/search/search-index";
import { anyForm, phraseOf, tsQueryOf } from "#lib/data/search/ts-vector";
import { Prisma } from "#prisma/generated/client";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY_MS = 86_400_000;
/** Shorter words are near everything. */
const MIN_FUZZY_CHARS = 4;

/** Filters, joined with "and". Every value is a parameter. */
export function filterConditions(filters: SearchFilters): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  const anyOf = (column: string, values: readonly string[] | undefined) => {
    if (values?.length) conditions.push(Prisma.sql`${Prisma.raw(column)} = ANY(${clean(values)})`);
  };
  anyOf("kind", filters.kind);
  anyOf("platform", filters.platform);
  anyOf("account", filters.account);
  anyOf("language", filters.language);
  anyOf("outcome", filters.outcome);
  anyOf("supplied_by", filters.suppliedBy);
  if (filters.hashtag?.length) conditions.push(Prisma.sql`hashtags && ${clean(filters.hashtag)}::text[]`);
  if (filters.caseId?.length) conditions.push(Prisma.sql`case_ids && ${clean(filters.caseId)}::text[]`);
  const anyIdOf = (column: string, values: readonly string[] | undefined) => {
    const ids = values?.filter((id) => UUID.test(id));
    if (values?.length) conditions.push(Prisma.sql`${Prisma.raw(column)} = ANY(${ids}::uuid[])`);
  };
  anyIdOf("wording_id", filters.wordingId);
  anyIdOf("phrasing_id", filters.phrasingId);
  if (filters.hasCopies) conditions.push(Prisma.sql`copies > 1`);
  const from = startOfDay(filters.from);
  const to = startOfDay(filters.to);
  if (from) conditions.push(Prisma.sql`at >= ${from}`);
  if (to) conditions.push(Prisma.sql`at < ${new Date(to.getTime() + DAY_MS)}`);
  return conditions;
}

/** What was typed, as conditions: the words through the text index, literal pieces in the texts themselves. */
export function wordConditions(query: ParsedQuery): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  const tsquery = tsQueryOf(query);
  if (tsquery) conditions.push(Prisma.sql`tsv @@ ${tsquery}::tsquery`);
  for (const literal of query.literals) {
    conditions.push(Prisma.sql`
      (strpos(text, ${literal}) > 0 OR strpos(coalesce(title, ''), ${literal}) > 0 OR strpos(url, ${literal}) > 0)`);
  }
  return conditions;
}

/** The same words, near in spelling (pg_trgm); null when no word is long enough for that. */
export function fuzzyConditions(query: ParsedQuery): Prisma.Sql[] | null {
  if (query.literals.length > 0) return null;
  if (!query.words.some((word) => word.length >= MIN_FUZZY_CHARS)) return null;
  const words = query.words.map((word, i) => {
    const exact = anyForm(word, query.isLastWordOpen && i === query.words.length - 1);
    if (word.length < MIN_FUZZY_CHARS) return Prisma.sql`tsv @@ ${exact}::tsquery`;
    return Prisma.sql`(tsv @@ ${exact}::tsquery OR ${word} <% folded)`;
  });
  return [...words, ...query.phrases.map((phrase) => Prisma.sql`tsv @@ ${phraseOf(phrase)}::tsquery`)];
}

/** Joins conditions; none lets everything through. */
export function allOf(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}

function clean(values: readonly string[]): string[] {
  return values.map((value) => value.toWellFormed().replaceAll("\0", ""));
}

/** A day that does not exist filters nothing. */
function startOfDay(iso: string | undefined): Date | null {
  if (!iso || !/^\d{4}-\d{2}-\d{2}/.test(iso)) return null;
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? null : day;
}
