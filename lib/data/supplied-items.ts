import type { Db, Tx } from "#lib/data/client";
import type { Prisma } from "#prisma/generated/client";

const WITH_PERSON = { include: { suppliedBy: { select: { id: true, name: true } } } } as const;

export type SuppliedRow = Prisma.SuppliedItemGetPayload<typeof WITH_PERSON>;

/** One supplied file with who brought it, or null. */
export async function findSuppliedItem(db: Db, id: string): Promise<SuppliedRow | null> {
  return db.suppliedItem.findUnique({ where: { id }, ...WITH_PERSON });
}

/** The supplied file with these bytes, or null. */
export async function findSuppliedBySha(db: Db, sha256: string): Promise<SuppliedRow | null> {
  return db.suppliedItem.findFirst({ where: { sha256 }, orderBy: { receivedAt: "asc" }, ...WITH_PERSON });
}

/** Holds whoever receives the same bytes at the same time until this transaction ends. */
export async function lockSuppliedBytes(tx: Tx, sha256: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`supplied ${sha256}`}, 0))`;
}

/** Writes a supplied file's row; it is never changed. */
export async function insertSuppliedItem(
  tx: Tx,
  row: Prisma.SuppliedItemUncheckedCreateInput,
): Promise<{ id: string }> {
  return tx.suppliedItem.create({ data: row, select: { id: true } });
}

/**
 * Supplied files, newest first.
 * @param wish.words must stand together in name, origin, note or claimed address; empty takes all.
 */
export async function listSuppliedRows(db: Db, wish: { words: string; format: string; take: number; skip: number }) {
  const contains = { contains: wish.words, mode: "insensitive" } as const;
  const where: Prisma.SuppliedItemWhereInput = {
    ...(wish.format ? { format: wish.format } : {}),
    ...(wish.words
      ? { OR: [{ fileName: contains }, { origin: contains }, { note: contains }, { claimedUrl: contains }] }
      : {}),
  };
  const [rows, total] = await Promise.all([
    db.suppliedItem.findMany({
      where,
      orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
      take: wish.take,
      skip: wish.skip,
      ...WITH_PERSON,
    }),
    db.suppliedItem.count({ where }),
  ]);
  return { rows, total };
}

/** Case files that show a supplied file as an exhibit. */
export async function listCasesOfSupplied(db: Db, suppliedId: string) {
  const rows = await db.exhibit.findMany({
    where: { suppliedId },
    select: { caseFile: { select: { id: true, slug: true, title: true, status: true } } },
  });
  return rows.map(({ caseFile }) => caseFile);
}

/** What the custody log says of a supplied file, oldest first. */
export async function listSuppliedCustody(db: Db, suppliedId: string) {
  return db.custodyEvent.findMany({
    where: { subjectType: "supplied_item", subjectId: suppliedId },
    orderBy: { seq: "asc" },
    select: { seq: true, at: true, actorName: true, action: true, details: true, hash: true },
  });
}

/** Whether readers may see a supplied file: some published revision of a case that was not retracted shows it. */
export async function isSuppliedPublished(db: Db, id: string): Promise<boolean> {
  const wanted = JSON.stringify({ exhibits: [{ supplied: { id } }] });
  const rows = await db.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (
      SELECT 1
        FROM case_revision r
        JOIN case_file c ON c.id = r.case_file_id
       WHERE c.status <> 'retracted' AND r.snapshot @> ${wanted}::jsonb
    ) AS found`;
  return rows[0]?.found ?? false;
}
