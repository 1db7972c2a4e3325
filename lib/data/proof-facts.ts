import type { Db } from "#lib/data/client";
import { Prisma } from "#prisma/generated/client";

/** The newest check of each capture that somebody asked for, by capture. One query for any number of captures. */
export async function listNewestChecks(db: Db, captureIds: readonly string[]) {
  if (captureIds.length === 0) return new Map<string, { at: Date; details: unknown }>();
  const rows = await db.$queryRaw<{ subject_id: string; at: Date; details: unknown }[]>(Prisma.sql`
    SELECT DISTINCT ON (subject_id) subject_id, at, details
      FROM custody_event
     WHERE subject_type = 'capture' AND action = 'capture.files_checked' AND subject_id IN (${Prisma.join([...captureIds])})
     ORDER BY subject_id, seq DESC`);
  return new Map(rows.map(({ subject_id, at, details }) => [subject_id, { at, details }]));
}

/** Which of these captures have a signature. */
export async function listSignedCaptures(db: Db, captureIds: readonly string[]): Promise<Set<string>> {
  const where = { captureId: { in: [...captureIds] }, role: "signature" as const };
  const rows = await db.artifact.findMany({ where, select: { captureId: true } });
  return new Set(rows.map(({ captureId }) => captureId));
}

/** How many tokens of each state each capture has or waits for. */
export async function countTimestamps(db: Db, captureIds: readonly string[]) {
  const rows = await db.timestampRequest.groupBy({
    by: ["subjectId", "state"],
    where: { subjectType: "capture", subjectId: { in: [...captureIds] } },
    _count: true,
  });
  const counts = new Map<string, { granted: number; pending: number; abandoned: number }>();
  for (const { subjectId, state, _count } of rows) {
    const own = counts.get(subjectId) ?? { granted: 0, pending: 0, abandoned: 0 };
    counts.set(subjectId, { ...own, [state]: _count });
  }
  return counts;
}

/**
 * Captures that readers see in a published revision and that nobody has checked since `before`, those never checked first.
 */
export async function listPublishedUnchecked(db: Db, before: Date, take: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH shown AS (
      SELECT DISTINCT capture_id
        FROM case_file f
        JOIN case_revision r ON r.id = f.published_revision_id
       CROSS JOIN LATERAL (
         SELECT jsonb_path_query(r.snapshot, '$.exhibits[*].capture.captureId') #>> '{}'
         UNION ALL
         SELECT jsonb_path_query(r.snapshot, '$.exhibits[*].captures[*].captureId') #>> '{}'
       ) AS each (capture_id)
       WHERE f.status <> 'retracted'
    )
    SELECT shown.capture_id AS id
      FROM shown
      JOIN capture c ON c.id = shown.capture_id::uuid
      LEFT JOIN LATERAL (
        SELECT max(e.at) AS at
          FROM custody_event e
         WHERE e.subject_type = 'capture' AND e.subject_id = shown.capture_id AND e.action = 'capture.files_checked'
      ) AS checked ON true
     WHERE checked.at IS NULL OR checked.at < ${before}
     ORDER BY checked.at ASC NULLS FIRST, shown.capture_id
     LIMIT ${take}`);
  return rows.map(({ id }) => id);
}
