import { FACET_FIELDS, type FacetField, type SearchHit, type SearchQuery } from "#lib/core/search/search-index";
import type { Db } from "#lib/data/client";
import type { SearchPlan, Way } from "#lib/data/search/plan-search";
import { Prisma } from "#prisma/generated/client";

/** So many documents are counted and ranked, the first in the wished order; what is beyond is said to be there. */
export const MAX_COUNTED = 2_000;
/** So many are looked into, where the way proposes more than what is wanted. */
export const MAX_EXAMINED = 10_000;
const MAX_FACET_VALUES = 20;

export type FoundDocument = Omit<SearchHit, "ranges" | "titleRanges">;
export type Found = {
  docs: FoundDocument[];
  total: number;
  /** Documents counted; before collapsing. */
  counted: number;
  /** Whether that is everything there is. */
  isAll: boolean;
  /** Whether looking was given up, so that what is wanted may be further back. */
  isGivenUp: boolean;
  facets: Record<FacetField, { value: string; count: number }[]>;
};

type Wish = Required<Pick<SearchQuery, "sort" | "collapse">> & {
  skip: number;
  take: number;
  maxExamined: number;
};

/** Every field of a document; the at-sign of the handle is never stored. */
const FIELDS = Prisma.raw(`'id', d.id, 'kind', d.kind, 'entityId', d.entity_id, 'title', d.title, 'text', d.text,
  'platform', d.platform, 'account', d.account, 'accountName', d.account_name, 'hashtags', d.hashtags,
  'language', d.language, 'outcome', d.outcome, 'url', d.url, 'captureId', d.capture_id, 'caseIds', d.case_ids,
  'wordingId', d.wording_id, 'phrasingId', d.phrasing_id, 'copies', d.copies, 'suppliedBy', d.supplied_by,
  'at', extract(epoch FROM d.at) * 1000`);

/** One result per phrasing; what was not compared yet stands under its wording, what has no words alone. */
const FAMILY = Prisma.raw("coalesce(phrasing_id::text, wording_id::text, id)");

/**
 * Documents that meet a plan, with counts, all from one reading. Of very many only the first in the wished order are
 * counted and ranked (`MAX_COUNTED`): the newest when ranked by the words, those with most copies among the newest
 * `maxExamined` when sorted by copies.
 */
export async function findDocuments(db: Db, plan: SearchPlan, wish: Wish): Promise<Found> {
  const rank = plan.ranked
    ? Prisma.sql`ts_rank('{0.4, 0.4, 0.6, 1}'::float4[], tsv, ${plan.ranked}::tsquery, 1)`
    : Prisma.sql`0::float4`;
  const isByCopies = wish.sort === "copies";
  const rows = await db.$queryRaw<Row[]>`
    WITH met AS MATERIALIZED (
      SELECT * FROM (
        SELECT row_number() OVER () AS nth, come.* FROM (${source(plan, wish.sort)}) AS come LIMIT ${wish.maxExamined + 1}
      ) AS examined
       WHERE nth > ${wish.maxExamined} OR (${plan.checks})
       ${isByCopies ? Prisma.sql`ORDER BY copies DESC, at DESC` : Prisma.empty}
       LIMIT ${MAX_COUNTED + 2}
    ), counted AS MATERIALIZED (
      SELECT *, ${FAMILY} AS family FROM met WHERE nth <= ${wish.maxExamined} LIMIT ${MAX_COUNTED}
    ), shown AS (
      SELECT *, row_number() OVER (ORDER BY ${order(wish.sort, Boolean(plan.ranked))}) AS place
        FROM (SELECT *, ${rank} AS rank FROM ${wish.collapse ? oldestOfEach : Prisma.sql`counted`}) AS ranked
       ORDER BY place LIMIT ${wish.take} OFFSET ${wish.skip}
    )
    SELECT 'hit' AS part, NULL AS field, NULL AS value, shown.place::int AS count, jsonb_build_object(${FIELDS}) AS json
      FROM shown JOIN search_document d ON d.ctid = shown.tid
    UNION ALL
    SELECT 'sums', NULL, NULL, count(*)::int, jsonb_build_object(
             'families', count(DISTINCT family), 'isGivenUp', EXISTS (SELECT 1 FROM met WHERE nth > ${wish.maxExamined}),
             'isCut', (SELECT count(*) FROM met WHERE nth <= ${wish.maxExamined}) > ${MAX_COUNTED})
      FROM counted
    UNION ALL
    SELECT 'alike', NULL, NULL, count(*)::int, jsonb_build_object('kind', kind, 'platform', platform, 'language', language,
             'outcome', outcome, 'suppliedBy', supplied_by)
      FROM counted GROUP BY kind, platform, language, outcome, supplied_by
    UNION ALL ${mostOf("account", Prisma.raw("account"))}
    UNION ALL ${mostOf("hashtag", Prisma.raw("unnest(hashtags)"))}
    UNION ALL ${mostOf("caseId", Prisma.raw("unnest(case_ids)"))}`;
  return toFound(rows, wish.collapse);
}

/**
 * The oldest of each phrasing that meets the plan, in the place of those given: where not all was counted, an older one
 * may stand for it.
 */
export async function standForPhrasings(
  db: Db,
  plan: SearchPlan,
  docs: readonly FoundDocument[],
): Promise<FoundDocument[]> {
  const ids = docs.flatMap((doc) => doc.phrasingId ?? []);
  const rows = await db.$queryRaw<{ json: Record<string, unknown> }[]>`
    SELECT jsonb_build_object(${FIELDS}) AS json
      FROM unnest(${ids}::uuid[]) AS wanted(id),
           LATERAL (SELECT * FROM search_document
                     WHERE phrasing_id = wanted.id AND ${plan.whole} ORDER BY at, id LIMIT 1) AS d`;
  const oldest = new Map(rows.map(({ json }) => [json.phrasingId, toDocument(json)]));
  return docs.map((doc) => oldest.get(doc.phrasingId) ?? doc);
}

const oldestOfEach = Prisma.sql`(SELECT DISTINCT ON (family) * FROM counted ORDER BY family, at, id) AS oldest`;

function mostOf(field: FacetField, values: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    (SELECT 'most', ${field}, value, count(*)::int, NULL::jsonb FROM (SELECT ${values} AS value FROM counted) AS v
      WHERE value IS NOT NULL GROUP BY value ORDER BY count(*) DESC, value LIMIT ${MAX_FACET_VALUES})`;
}

const COLUMNS =
  Prisma.raw(`ctid AS tid, id, kind, platform, account, hashtags, language, outcome, case_ids, supplied_by,
  wording_id, phrasing_id, copies, at, tsv, text, title, url`);

/** The documents that a way comes by, first wished first. */
function source({ way, dates }: SearchPlan, sort: Wish["sort"]): Prisma.Sql {
  const byTime = sort === "oldest" ? Prisma.sql`ORDER BY at ASC` : Prisma.sql`ORDER BY at DESC`;
  if (way.kind === "few") {
    return Prisma.sql`SELECT ${COLUMNS} FROM search_document WHERE ${way.condition} AND ${dates} ${byTime}`;
  }
  if (way.kind === "walk" && sort === "copies") {
    return Prisma.sql`
      (SELECT ${COLUMNS} FROM search_document WHERE copies > 1 AND ${dates} ORDER BY copies DESC, at DESC)
      UNION ALL (SELECT ${COLUMNS} FROM search_document WHERE copies <= 1 AND ${dates} ORDER BY at DESC)`;
  }
  if (way.kind === "walk") return Prisma.sql`SELECT ${COLUMNS} FROM search_document WHERE ${dates} ${byTime}`;
  return fromSlices(sort === "oldest" ? { ...way, slices: way.slices.toReversed() } : way, dates, byTime);
}

/**
 * One branch per slice, in the order given; PostgreSQL works on the next one only when the ones before were not enough.
 * @param dates another condition. @param order within a slice.
 */
export function fromSlices({ tsquery, slices }: Way & { kind: "slices" }, dates: Prisma.Sql, order: Prisma.Sql) {
  if (slices.length === 0) return Prisma.sql`SELECT ${COLUMNS} FROM search_document WHERE false`;
  return Prisma.join(
    slices.map(
      // The number stands in the text: only then PostgreSQL knows which partial index to take.
      (slice) => Prisma.sql`(SELECT ${COLUMNS} FROM search_document
        WHERE slice = ${Prisma.raw(String(slice))} AND tsv @@ ${tsquery}::tsquery AND ${dates} ${order})`,
    ),
    " UNION ALL ",
  );
}

function order(sort: Wish["sort"], isRanked: boolean): Prisma.Sql {
  if (sort === "oldest") return Prisma.sql`at ASC, id ASC`;
  if (sort === "copies") return Prisma.sql`copies DESC, family, at ASC, id ASC`;
  if (sort === "relevance" && isRanked) return Prisma.sql`rank DESC, at DESC, id ASC`;
  return Prisma.sql`at DESC, id ASC`;
}

type Row = { part: string; field: string | null; value: string | null; count: number; json: Record<string, unknown> };

function toFound(rows: readonly Row[], isCollapsed: boolean): Found {
  const partsOf = (part: string) => rows.filter((row) => row.part === part);
  const sums = partsOf("sums")[0];
  const { families, isGivenUp, isCut } = (sums?.json ?? {}) as { families: number; isGivenUp: boolean; isCut: boolean };
  const counted = sums?.count ?? 0;
  const docs = partsOf("hit")
    .sort((a, b) => a.count - b.count)
    .map(({ json }) => toDocument(json));
  const facets = Object.fromEntries(FACET_FIELDS.map((field) => [field, facetOf(rows, field)]));
  return {
    docs,
    total: isCollapsed ? families : counted,
    counted,
    isAll: !isGivenUp && !isCut,
    isGivenUp,
    facets: facets as Found["facets"],
  };
}

function toDocument(json: Record<string, unknown>): FoundDocument {
  return { ...json, at: new Date(Number(json.at)).toISOString() } as FoundDocument;
}

/** Fields of few values come counted together, the others each by itself. */
function facetOf(rows: readonly Row[], field: FacetField): { value: string; count: number }[] {
  const most = rows.filter((row) => row.part === "most" && row.field === field);
  if (most.length > 0) return most.map(({ value, count }) => ({ value: value ?? "", count }));
  const counts = new Map<string, number>();
  for (const { part, count, json } of rows) {
    const value = part === "alike" ? json[field] : null;
    if (typeof value === "string") counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MAX_FACET_VALUES);
}
