import { describe, expect, test } from "vitest";
import { type CustodyRecord, findChainBreak } from "#lib/core/evidence/custody-chain";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";

const append = (subjectId: string) =>
  db().$transaction((tx) =>
    appendCustodyEvent(tx, {
      actor: null,
      action: "capture.recorded",
      subjectType: "capture",
      subjectId,
      details: { note: "دليل" },
    }),
  );

async function readChain(): Promise<(CustodyRecord & { hash: string })[]> {
  const rows = await db().custodyEvent.findMany({ orderBy: { seq: "asc" } });
  return rows.map((row) => ({ ...row, seq: row.seq.toString(), at: row.at.toISOString() }));
}

describe("custody log", () => {
  test("stays one unbroken chain when many write at once", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => append(`c${i}`)));
    const chain = await readChain();
    expect(chain.map((event) => event.seq)).toEqual(Array.from({ length: 20 }, (_, i) => String(i + 1)));
    expect(findChainBreak(chain)).toBeUndefined();
  });

  test("the database refuses to change, delete or truncate it", async () => {
    await append("kept");
    await expect(db().$executeRaw`UPDATE custody_event SET actor_name = 'x'`).rejects.toThrow(/evidence/);
    await expect(db().$executeRaw`DELETE FROM custody_event`).rejects.toThrow(/evidence/);
    await expect(db().$executeRaw`TRUNCATE custody_event`).rejects.toThrow(/evidence/);
  });

  test("the database refuses an event that does not follow the head", async () => {
    await append("head");
    const insert = db().$executeRaw`
      INSERT INTO custody_event (seq, at, actor_name, action, subject_type, subject_id, details, prev_hash, hash)
      VALUES (999999, now(), 'x', 'x', 'x', 'x', '{}', repeat('0', 64), 'forged')`;
    await expect(insert).rejects.toThrow(/does not follow/);
  });

  test("a row changed behind the triggers is found", async () => {
    const chain = await readChain();
    const forged = chain.map((event, i) => (i === 1 ? { ...event, actorName: "somebody else" } : event));
    expect(findChainBreak(forged)).toEqual({ seq: "2", reason: "hash" });
  });
});
