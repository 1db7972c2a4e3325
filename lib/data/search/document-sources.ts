import type { SearchQuery } from "#lib/core/search/search-index";
import type { SearchPlan, Way } from "#lib/data/search/plan-search";
import { Prisma } from "#prisma/generated/client";

const COLUMNS =
  Prisma.raw(`ctid AS tid, id, kind, platform, account, hashtags, language, outcome, case_ids, supplied_by, wording_id,
  phrasing_id, copies, at, tsv, text, title, url, account_name`);

/** The documents that a plan's way comes by, first wished first, with all that its checks look at. */
export function documentSource({ way, dates }: SearchPlan, sort: NonNullable<SearchQuery["sort"]>): Prisma.Sql {
  const direction = Prisma.raw(sort === "oldest" ? "ASC" : "DESC");
  const byTime = Prisma.sql`ORDER BY at ${direction}`;
  if (way.kind === "few") {
    return Prisma.sql`SELECT ${COLUMNS} FROM search_document WHERE ${way.condition} AND ${dates} ${byTime}`;
  }
  if (way.kind === "walk" && sort === "copies") {
    return Prisma.sql`
      (SELECT ${COLUMNS} FROM search_document WHERE copies > 1 AND ${dates} ORDER BY copies DESC, at DESC)
      UNION ALL (SELECT ${COLUMNS} FROM search_document WHERE copies <= 1 AND ${dates} ORDER BY at DESC)`;
  }
  if (way.kind === "walk") return Prisma.sql`SELECT ${COLUMNS} FROM search_document WHERE ${dates} ${byTime}`;
  const slices = sort === "oldest" ? way.slices.toReversed() : way.slices;
  // Of a sum PostgreSQL cannot think that an index has it in order, so it asks the words.
  return fromSlices({ ...way, slices }, COLUMNS, dates, Prisma.sql`ORDER BY at + interval '0' ${direction}`);
}

/**
 * One branch per slice, in the order given; PostgreSQL works on the next one only when the ones before were not enough.
 * @param dates another condition.
 * @param order within a slice.
 */
export function fromSlices(
  { tsquery, slices }: Way & { kind: "slices" },
  columns: Prisma.Sql,
  dates: Prisma.Sql,
  order: Prisma.Sql,
): Prisma.Sql {
  if (slices.length === 0) return Prisma.sql`SELECT ${columns} FROM search_document WHERE false`;
  return Prisma.join(
    slices.map(
      // The number stands in the text: only then PostgreSQL knows which partial index to take.
      (slice) => Prisma.sql`(SELECT ${columns} FROM search_document
        WHERE slice = ${Prisma.raw(String(slice))} AND tsv @@ ${tsquery}::tsquery AND ${dates} ${order})`,
    ),
    " UNION ALL ",
  );
}
