import { FACET_FIELDS, type FacetField, type SearchHit, type SearchQuery } from "#lib/core/search/search-index";
import { documentSource } from "#lib/data/search/document-sources";
import type { SearchPlan } from "#lib/data/search/plan-search";
import type { Ask } from "#lib/data/search/search-pool";
import { Prisma } from "#prisma/generated/client";

/** So many documents are counted and ranked, the first in the wished order; what is beyond is said to be there. */
export const MAX_COUNTED = 2_000;
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

export type FindWish = Required<Pick<SearchQuery, "sort" | "collapse">> &
  Pick<SearchQuery, "countOnly"> & {
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
export async function findDocuments(ask: Ask, plan: SearchPlan, wish: FindWish): Promise<Found> {
  const rank = plan.ranked
    ? Prisma.sql`ts_rank('{0.4, 0.4, 0.6, 1}'::float4[], tsv, ${plan.ranked}::tsquery, 1)`
    : Prisma.sql`0::float4`;
  // One more than is looked into comes through unlooked at: it says that there are more.
  const statement = Prisma.sql`
    WITH met AS MATERIALIZED (
      SELECT nth, tid, id, kind, platform, account, hashtags, language, outcome, case_ids, supplied_by, copies, at,
             ${FAMILY} AS family, ${rank} AS rank
        FROM (
          SELECT row_number() OVER () AS nth, come.* FROM (${documentSource(plan, wish.sort)}) AS come
           LIMIT ${wish.maxExamined}::int + 1
        ) AS examined
       WHERE nth > ${wish.maxExamined}::int OR (${plan.checks})
       ${wish.sort === "copies" ? Prisma.sql`ORDER BY copies DESC, at DESC` : Prisma.empty}
       LIMIT ${Prisma.raw(String(MAX_COUNTED))}
    ), counted AS NOT MATERIALIZED (
      SELECT * FROM met WHERE nth <= ${wish.maxExamined}::int
    ), shown AS (
      SELECT tid, row_number() OVER (ORDER BY ${order(wish.sort)}) AS place
        FROM ${wish.collapse ? OLDEST_OF_EACH : Prisma.sql`counted`}
       ORDER BY place LIMIT ${wish.take}::int OFFSET ${wish.skip}::int
    )
    SELECT 'hit' AS part, NULL AS field, NULL AS value, shown.place::int AS count, jsonb_build_object(${FIELDS}) AS json
      FROM shown JOIN search_document d ON d.ctid = shown.tid
    UNION ALL
    SELECT 'sums', NULL, NULL, count(*)::int, jsonb_build_object(
             'families', ${wish.collapse ? Prisma.sql`count(DISTINCT family)` : Prisma.sql`0`},
             'isGivenUp', EXISTS (SELECT 1 FROM met WHERE nth > ${wish.maxExamined}::int))
      FROM counted
    UNION ALL
    SELECT 'alike', NULL, NULL, count(*)::int, jsonb_build_object('kind', kind, 'platform', platform, 'language', language,
             'outcome', outcome, 'suppliedBy', supplied_by)
      FROM counted GROUP BY kind, platform, language, outcome, supplied_by
    UNION ALL ${mostOf("account", Prisma.raw("account"), wish)}
    UNION ALL ${mostOf("hashtag", Prisma.raw("unnest(hashtags)"), wish)}
    UNION ALL ${mostOf("caseId", Prisma.raw("unnest(case_ids)"), wish)}`;
  return toFound(await ask<Row>(statement, { isPrepared: plan.isUsual }), wish.collapse);
}

/**
 * The oldest of each phrasing that meets the plan, in the place of those given: where not all was counted, an older one
 * may stand for it.
 */
export async function standForPhrasings(
  ask: Ask,
  plan: SearchPlan,
  docs: readonly FoundDocument[],
): Promise<FoundDocument[]> {
  const ids = docs.flatMap((doc) => doc.phrasingId ?? []);
  const rows = await ask<{ json: Record<string, unknown> }>(Prisma.sql`
    SELECT jsonb_build_object(${FIELDS}) AS json
      FROM unnest(${ids}::uuid[]) AS wanted(id),
           LATERAL (SELECT * FROM search_document
                     WHERE phrasing_id = wanted.id AND ${plan.whole} ORDER BY at, id LIMIT 1) AS d`);
  const oldest = new Map(rows.map(({ json }) => [json.phrasingId, toDocument(json)]));
  return docs.map((doc) => oldest.get(doc.phrasingId) ?? doc);
}

const OLDEST_OF_EACH = Prisma.raw("(SELECT DISTINCT ON (family) * FROM counted ORDER BY family, at, id) AS oldest");

function mostOf(field: FacetField, values: Prisma.Sql, { countOnly }: FindWish): Prisma.Sql {
  const only =
    countOnly?.field === field ? Prisma.sql`AND value::text = ANY(${countOnly.values}::text[])` : Prisma.empty;
  return Prisma.sql`
    (SELECT 'most', ${Prisma.raw(`'${field}'`)}, value, count(*)::int, NULL::jsonb
       FROM (SELECT ${values} AS value FROM counted) AS v
      WHERE value IS NOT NULL ${only} GROUP BY value ORDER BY count(*) DESC, value LIMIT ${Prisma.raw(String(MAX_FACET_VALUES))})`;
}

function order(sort: FindWish["sort"]): Prisma.Sql {
  if (sort === "oldest") return Prisma.sql`at ASC, id ASC`;
  if (sort === "copies") return Prisma.sql`copies DESC, family, at ASC, id ASC`;
  if (sort === "relevance") return Prisma.sql`rank DESC, at DESC, id ASC`;
  return Prisma.sql`at DESC, id ASC`;
}

type Row = { part: string; field: string | null; value: string | null; count: number; json: Record<string, unknown> };

function toFound(rows: readonly Row[], isCollapsed: boolean): Found {
  const sums = rows.find((row) => row.part === "sums");
  const { families = 0, isGivenUp = false } = (sums?.json ?? {}) as { families?: number; isGivenUp?: boolean };
  const counted = sums?.count ?? 0;
  const docs = rows
    .filter((row) => row.part === "hit")
    .sort((a, b) => a.count - b.count)
    .map(({ json }) => toDocument(json));
  return {
    docs,
    total: isCollapsed ? families : counted,
    counted,
    isAll: !isGivenUp && counted < MAX_COUNTED,
    isGivenUp,
    facets: Object.fromEntries(FACET_FIELDS.map((field) => [field, facetOf(rows, field)])) as Found["facets"],
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
