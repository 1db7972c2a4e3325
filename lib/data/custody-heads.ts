import type { Db, Tx } from "#lib/data/client";

/** The newest signed state of the log, or null. */
export async function findNewestHead(db: Db) {
  return db.custodyHead.findFirst({ orderBy: [{ at: "desc" }, { id: "desc" }], include: { key: true } });
}

/** What every signed state said of the log: the hash of the event it ends with. */
export async function listHeadHashes(db: Db): Promise<Map<string, string>> {
  const rows = await db.custodyHead.findMany({ select: { seq: true, hash: true } });
  return new Map(rows.map(({ seq, hash }) => [seq.toString(), hash]));
}

/** Keeps a signed state; its statement is in the file store already. @returns its id. */
export async function insertHead(
  tx: Tx,
  head: { seq: string; hash: string; at: Date; statementSha256: string; signature: Buffer; keyId: string },
): Promise<string> {
  const { seq, signature, ...rest } = head;
  const data = { ...rest, seq: BigInt(seq), signature: signature.toString("base64") };
  return (await tx.custodyHead.create({ data, select: { id: true } })).id;
}

/** The newest event that says that the log does not hold, or null. */
export async function findNewestBreak(db: Db) {
  return db.custodyEvent.findFirst({ where: { action: "custody.broken" }, orderBy: { seq: "desc" } });
}
