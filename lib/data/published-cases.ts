import type { Db } from "#lib/data/client";

/** What the public index shows of one case file, straight from its newest revision. */
export type PublishedCaseRow = {
  slug: string;
  status: string;
  title: unknown;
  standfirst: unknown;
  place: unknown;
  incidentDate: string | null;
  isSample: boolean;
  absentLocale: string | null;
  claims: unknown;
  firstPublishedAt: string;
  publishedAt: Date;
};

/** All case files that readers can see, newest first publication first. Picks members in SQL: snapshots are large. */
export async function listPublishedCaseRows(db: Db): Promise<PublishedCaseRow[]> {
  return db.$queryRaw<PublishedCaseRow[]>`
    SELECT r.snapshot->>'slug' AS "slug",
           r.snapshot->>'status' AS "status",
           r.snapshot->'title' AS "title",
           r.snapshot->'standfirst' AS "standfirst",
           r.snapshot->'place' AS "place",
           r.snapshot->>'incidentDate' AS "incidentDate",
           (r.snapshot->>'isSample')::boolean AS "isSample",
           r.snapshot->>'absentLocale' AS "absentLocale",
           COALESCE(
             (SELECT jsonb_agg(jsonb_build_object('statement', claim->'statement', 'verdict', claim->'verdict')
                     ORDER BY position)
                FROM jsonb_array_elements(r.snapshot->'claims') WITH ORDINALITY AS each(claim, position)),
             '[]'::jsonb) AS "claims",
           r.snapshot->>'firstPublishedAt' AS "firstPublishedAt",
           r.published_at AS "publishedAt"
      FROM case_file c
      JOIN case_revision r ON r.id = c.published_revision_id
     ORDER BY r.snapshot->>'firstPublishedAt' DESC, c.id DESC`;
}

/** One revision of the case at this address, the number of the newest, and whether the case was retracted; null when there is none. */
export async function findPublishedRevisionRow(db: Db, slug: string, number: number | "newest") {
  const newest = await db.caseRevision.findFirst({
    where: { caseFile: { slug, publishedRevisionId: { not: null } } },
    orderBy: { number: "desc" },
    select: { number: true, caseFileId: true, caseFile: { select: { status: true } } },
  });
  if (!newest) return null;
  const row = await db.caseRevision.findUnique({
    where: {
      caseFileId_number: { caseFileId: newest.caseFileId, number: number === "newest" ? newest.number : number },
    },
    select: { number: true, snapshot: true, sha256: true, publishedAt: true },
  });
  return row ? { ...row, newestNumber: newest.number, isRetracted: newest.caseFile.status === "retracted" } : null;
}
