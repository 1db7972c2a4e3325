import type { Db, Tx } from "#lib/data/client";
import { Prisma } from "#prisma/generated/client";

/**
 * Whether readers may see a file: some published revision of a case that was not retracted lists it.
 * Older revisions count, because their pages stay readable. Answered from a GIN index over the snapshots.
 */
export async function isArtifactPublished(db: Db, artifactId: string): Promise<boolean> {
  const inCapture = JSON.stringify({ exhibits: [{ capture: { artifacts: [{ id: artifactId }] } }] });
  const inWording = JSON.stringify({ exhibits: [{ captures: [{ artifacts: [{ id: artifactId }] }] }] });
  const rows = await db.$queryRaw<{ found: boolean }[]>(Prisma.sql`
    SELECT EXISTS (
      SELECT 1
        FROM case_revision r
        JOIN case_file c ON c.id = r.case_file_id
       WHERE c.status <> 'retracted'
         AND (r.snapshot @> ${inCapture}::jsonb OR r.snapshot @> ${inWording}::jsonb)
    ) AS found`);
  return rows[0]?.found ?? false;
}

/** Puts a timestamp token beside the other files of a capture. */
export async function addTimestampArtifact(
  tx: Tx,
  token: { captureId: string; name: string; sha256: string; bytes: number },
): Promise<void> {
  await tx.artifact.create({ data: { ...token, role: "timestamp", mediaType: "application/timestamp-reply" } });
}

/** One artifact, or null. */
export async function findArtifact(db: Db, id: string) {
  return db.artifact.findUnique({ where: { id } });
}

export type ArtifactRow = NonNullable<Awaited<ReturnType<typeof findArtifact>>>;

/** Every artifact of one capture with the capture's own word on its manifest, or null when there is no such capture. */
export async function findCaptureFiles(db: Db, captureId: string) {
  return db.capture.findUnique({
    where: { id: captureId },
    select: { id: true, manifestSha256: true, artifacts: { orderBy: { name: "asc" } } },
  });
}

/** What an export of a capture is made of, or null. */
export async function findCaptureToExport(db: Db, captureId: string) {
  return db.capture.findUnique({
    where: { id: captureId },
    select: {
      id: true,
      requestedUrl: true,
      finishedAt: true,
      manifestSha256: true,
      artifacts: { orderBy: { name: "asc" } },
    },
  });
}

/** Whether readers may see a capture's files: the same question as for one file of it. */
export async function isCapturePublished(db: Db, captureId: string): Promise<boolean> {
  const inCapture = JSON.stringify({ exhibits: [{ capture: { captureId } }] });
  const inWording = JSON.stringify({ exhibits: [{ captures: [{ captureId }] }] });
  const rows = await db.$queryRaw<{ found: boolean }[]>(Prisma.sql`
    SELECT EXISTS (
      SELECT 1
        FROM case_revision r
        JOIN case_file c ON c.id = r.case_file_id
       WHERE c.status <> 'retracted'
         AND (r.snapshot @> ${inCapture}::jsonb OR r.snapshot @> ${inWording}::jsonb)
    ) AS found`);
  return rows[0]?.found ?? false;
}

/** Ids of all captures in the order they were made, for checks of the whole archive. */
export async function listCaptureIds(db: Db, after: string | null, take: number): Promise<string[]> {
  const rows = await db.capture.findMany({
    where: after ? { id: { gt: after } } : {},
    orderBy: { id: "asc" },
    take,
    select: { id: true },
  });
  return rows.map((row) => row.id);
}
