import {
  FACET_FIELDS,
  type FacetField,
  type SearchHit,
  type SearchQuery,
  type SearchResult,
} from "#lib/core/search/search-index";
import type { Db } from "#lib/data/client";
import { Prisma } from "#prisma/generated/client";

const MAX_FACET_VALUES = 20;

/** Every field of a document; the at-sign of the handle is never stored. */
const FIELDS = Prisma.raw(`id, kind, entity_id AS "entityId", title, text, platform, account,
  account_name AS "accountName", hashtags, language, outcome, url, capture_id AS "captureId", case_ids AS "caseIds",
  wording_id AS "wordingId", phrasing_id AS "phrasingId", copies, supplied_by AS "suppliedBy", at`);

/** One result per phrasing; what was not compared yet stands under its wording, what has no words alone. */
const PER_PHRASING = Prisma.raw(`coalesce(phrasing_id::text, wording_id::text, id)`);

type Page = { sort: NonNullable<SearchQuery["sort"]>; collapse: boolean; skip: number; take: number };

export type FoundDocument = Omit<SearchHit, "ranges" | "titleRanges">;

/** One page of documents that meet the condition. @param rank what relevance means here; null when nothing was typed. */
export async function readPage(
  db: Db,
  where: Prisma.Sql,
  rank: Prisma.Sql | null,
  page: Page,
): Promise<FoundDocument[]> {
  const source = page.collapse
    ? Prisma.sql`SELECT DISTINCT ON (${PER_PHRASING}) * FROM search_document WHERE ${where} ORDER BY ${PER_PHRASING}, at, id`
    : Prisma.sql`SELECT * FROM search_document WHERE ${where}`;
  const rows = await db.$queryRaw<(Omit<FoundDocument, "at"> & { at: Date })[]>`
    SELECT ${FIELDS} FROM (${source}) AS found
     ORDER BY ${order(page.sort, rank)}
     LIMIT ${page.take} OFFSET ${page.skip}`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

function order(sort: Page["sort"], rank: Prisma.Sql | null): Prisma.Sql {
  if (sort === "oldest") return Prisma.sql`at ASC, id ASC`;
  if (sort === "copies") return Prisma.sql`copies DESC, phrasing_id, wording_id, at ASC, id ASC`;
  if (sort === "relevance" && rank) return Prisma.sql`${rank} DESC, at DESC, id ASC`;
  return Prisma.sql`at DESC, id ASC`;
}

/** The folded texts of the documents that meet the condition best. */
export async function readCandidates(db: Db, where: Prisma.Sql, rank: Prisma.Sql, take: number) {
  return db.$queryRaw<{ id: string; folded: string }[]>`
    SELECT id, folded FROM search_document WHERE ${where} ORDER BY ${rank} DESC, at DESC, id LIMIT ${take}`;
}

const FACET_VALUES: Record<FacetField, string> = {
  kind: "kind",
  platform: "platform",
  account: "account",
  hashtag: "unnest(hashtags)",
  language: "language",
  outcome: "outcome",
  caseId: "unnest(case_ids)",
  suppliedBy: "supplied_by",
};

type Counted = { field: string; value: string | null; count: bigint };

/** How many documents meet the condition, and how many of them have each value, from one reading. */
export async function readCounts(
  db: Db,
  where: Prisma.Sql,
  collapse: boolean,
): Promise<{ total: number; facets: SearchResult["facets"] }> {
  const total = collapse ? Prisma.sql`count(DISTINCT ${PER_PHRASING})` : Prisma.sql`count(*)`;
  const values = FACET_FIELDS.map((field) => {
    const rows = Prisma.sql`SELECT ${Prisma.raw(FACET_VALUES[field])} AS value FROM matched`;
    return Prisma.sql`
      (SELECT ${field} AS field, value, count(*) AS count FROM (${rows}) AS v
        WHERE value IS NOT NULL GROUP BY value ORDER BY count(*) DESC, value LIMIT ${MAX_FACET_VALUES})`;
  });
  const rows = await db.$queryRaw<Counted[]>`
    WITH matched AS MATERIALIZED (
      SELECT id, kind, platform, account, hashtags, language, outcome, case_ids, supplied_by, phrasing_id, wording_id
        FROM search_document WHERE ${where}
    )
    SELECT 'total' AS field, NULL::text AS value, ${total} AS count FROM matched
    UNION ALL ${Prisma.join(values, " UNION ALL ")}`;
  const valuesOf = (field: string) =>
    rows.flatMap((row) =>
      row.field === field && row.value !== null ? [{ value: row.value, count: Number(row.count) }] : [],
    );
  return {
    total: Number(rows.find((row) => row.field === "total")?.count ?? 0),
    facets: Object.fromEntries(FACET_FIELDS.map((field) => [field, valuesOf(field)])) as SearchResult["facets"],
  };
}
