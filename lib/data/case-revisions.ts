import type { Db, Tx } from "#lib/data/client";
import type { CaseSnapshot } from "#lib/schemas/case-snapshot";
import type { Prisma } from "#prisma/generated/client";

/** Every revision of a case without its snapshot, oldest first. */
export async function listRevisionRows(db: Db, caseId: string) {
  return db.caseRevision.findMany({
    where: { caseFileId: caseId },
    orderBy: { number: "asc" },
    omit: { snapshot: true },
    include: {
      publishedBy: { select: { id: true, name: true } },
      authoredBy: { select: { id: true, name: true } },
    },
  });
}
export type RevisionRow = Awaited<ReturnType<typeof listRevisionRows>>[number];

/** One revision with its snapshot. */
export async function findRevisionRow(db: Db, caseId: string, number: number) {
  return db.caseRevision.findUnique({
    where: { caseFileId_number: { caseFileId: caseId, number } },
    include: { publishedBy: { select: { id: true, name: true } } },
  });
}

/** Freezes a revision. A trigger refuses any later change. */
export async function insertRevision(
  tx: Tx,
  row: {
    caseFileId: string;
    number: number;
    kind: CaseSnapshot["revision"]["kind"];
    snapshot: CaseSnapshot;
    sha256: string;
    note: object;
    publishedById: string;
    authoredById: string;
    publishedAt: Date;
  },
): Promise<{ id: string }> {
  return tx.caseRevision.create({
    data: { ...row, snapshot: row.snapshot as Prisma.InputJsonValue, note: row.note as Prisma.InputJsonValue },
    select: { id: true },
  });
}
