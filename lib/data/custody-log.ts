import type { CustodyRecord } from "#lib/core/evidence/custody-chain";
import type { Db } from "#lib/data/client";
import type { CustodyEventModel } from "#prisma/generated/models";

/** An event as its hash is taken over it. */
export type StoredCustodyEvent = CustodyRecord & { hash: string };

const BATCH = 1_000;

/** The whole log in the order of `seq`, read in pieces; it may grow meanwhile. */
export async function* readCustodyLog(db: Db): AsyncGenerator<StoredCustodyEvent> {
  for (let after = 0n; ; ) {
    const rows = await db.custodyEvent.findMany({
      where: { seq: { gt: after } },
      orderBy: { seq: "asc" },
      take: BATCH,
    });
    for (const row of rows) yield toRecord(row);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.seq;
  }
}

/** The events about one thing, oldest first. */
export async function listCustodyRecords(
  db: Db,
  subjectType: string,
  subjectId: string,
): Promise<StoredCustodyEvent[]> {
  const rows = await db.custodyEvent.findMany({ where: { subjectType, subjectId }, orderBy: { seq: "asc" } });
  return rows.map(toRecord);
}

function toRecord({ seq, at, ...rest }: CustodyEventModel): StoredCustodyEvent {
  return { ...rest, seq: seq.toString(), at: at.toISOString() };
}

/** The hashes of events 1…`upToSeq`, in order: what the tree of a signed state is made of. */
export async function listEventHashes(db: Db, upToSeq: bigint): Promise<string[]> {
  const rows = await db.custodyEvent.findMany({
    where: { seq: { lte: upToSeq } },
    orderBy: { seq: "asc" },
    select: { hash: true },
  });
  return rows.map(({ hash }) => hash);
}

/** Signed states of the log, newest first, with the key that signed each. */
export async function listCustodyHeads(db: Db, take?: number) {
  return db.custodyHead.findMany({ orderBy: [{ at: "desc" }, { id: "desc" }], take, include: { key: true } });
}
