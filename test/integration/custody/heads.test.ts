import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readFileBytes } from "#lib/adapters/files/file-store";
import { custodyCommand } from "#lib/cli/custody";
import { checkHead } from "#lib/core/evidence/checks/check-head";
import { findChainBreak } from "#lib/core/evidence/custody-chain";
import { readHeadStatement } from "#lib/core/evidence/custody-head";
import { signatureHolds } from "#lib/core/evidence/signing";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { findNewestHead } from "#lib/data/custody-heads";
import { listKeyRows } from "#lib/data/signing-keys";
import { setEnv } from "#lib/env";
import { signDailyHead } from "#lib/services/custody/sign-daily-head";
import { signHead } from "#lib/services/custody/sign-head";
import { rotateKey } from "#lib/services/keys/rotate-key";
import { drainTimestamps } from "#lib/services/timestamps/drain-timestamps";
import { startTestAuthority, type TestAuthority } from "#test/setup/timestamp-authority";

const DAY_MS = 86_400_000;
const say = (subjectId: string) =>
  db().$transaction((tx) =>
    appendCustodyEvent(tx, { actor: null, action: "exhibit.added", subjectType: "case", subjectId, details: {} }),
  );
/** As somebody with the database's own password could. */
async function tamper(sql: string): Promise<void> {
  await db().$executeRawUnsafe("ALTER TABLE custody_event DISABLE TRIGGER ALL");
  await db().$executeRawUnsafe(sql);
  await db().$executeRawUnsafe("ALTER TABLE custody_event ENABLE TRIGGER ALL");
}

describe("the custody log's signed state", () => {
  let authority: TestAuthority;
  beforeAll(async () => {
    authority = await startTestAuthority();
    setEnv({ TIMESTAMP_AUTHORITIES: authority.url, TIMESTAMP_ROOTS: authority.rootPath });
    return authority.stop;
  });

  test("names the newest event, is signed by the key it names and stamped over its exact bytes", async () => {
    await say("a");
    // A rotation comes between the look at the clock and the signature.
    const now = new Date();
    await rotateKey(null, { purpose: "manifest" });
    const result = await signHead(now);
    if (result.kind !== "signed") throw new Error(result.kind);
    const head = await findNewestHead(db());
    const statement = await readFileBytes(result.statementSha256);
    expect(readHeadStatement(statement.toString("utf8"))).toMatchObject({
      seq: result.seq,
      hash: result.hash,
      signedBy: { algorithm: "Ed25519", fingerprint: head?.key.fingerprint },
    });
    const publicKeySpki = Buffer.from(head?.key.publicKey ?? "", "base64");
    const signature = Buffer.from(head?.signature ?? "", "base64");
    expect(signatureHolds({ algorithm: "Ed25519", publicKeySpki, bytes: statement, signature })).toBe(true);
    const checked = checkHead("#", statement.toString("utf8"), signature, await listKeyRows(db()));
    expect(checked).toMatchObject({ state: "holds" });
    expect(await drainTimestamps()).toBe(1);
    const request = await db().timestampRequest.findFirstOrThrow({ where: { subjectId: result.id } });
    expect(request).toMatchObject({ subjectType: "custody_head", state: "granted", sha256: result.statementSha256 });
  });

  test("is made once a day, however many workers look and however often they start", async () => {
    const tomorrow = new Date(Date.now() + DAY_MS);
    const before = await db().custodyHead.count();
    expect(await signDailyHead(new Date())).toBeUndefined();
    await Promise.all([signDailyHead(tomorrow), signDailyHead(tomorrow), signDailyHead(tomorrow)]);
    expect(await db().custodyHead.count()).toBe(before + 1);
    expect(await signDailyHead(tomorrow)).toBeUndefined();
  });

  test("is written out with every event, key, state and token, and the copy itself enters the log", async () => {
    const folder = await mkdtemp(join(tmpdir(), "daleel-export-"));
    const out = join(folder, "log.jsonl");
    await custodyCommand(["export", "--out", out]);
    const lines = (await readFile(out, "utf8"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const ofType = (type: string) => lines.filter((line) => line.type === type);
    expect(lines[0]).toMatchObject({ format: "daleel-custody-log", version: 1 });
    expect(findChainBreak(ofType("event"))).toBeUndefined();
    expect(ofType("key")[0]).toMatchObject({ publicKeyPem: expect.stringContaining("BEGIN PUBLIC KEY") });
    const head = ofType("head").at(-1);
    const signed = readHeadStatement(head.statement);
    expect(ofType("event").find(({ seq }) => seq === signed?.seq)?.hash).toBe(signed?.hash);
    expect(head.tokens).toMatchObject([{ authority: authority.url }]);
    const newest = await db().custodyEvent.findFirst({ orderBy: { seq: "desc" } });
    expect(newest).toMatchObject({ action: "custody.exported" });
    await expect(custodyCommand(["export", "--out", out])).rejects.toMatchObject({ code: "bad_input" });
    await rm(folder, { recursive: true });
  });

  test.each([
    ["an event was changed", `UPDATE custody_event SET actor_name = 'nobody' WHERE seq = 2`, "2", "hash", 3],
    ["an event is missing", `DELETE FROM custody_event WHERE seq = 3`, "4", "gap", 5],
  ])("is not signed when %s: the log and whoever looks are told, once", async (_, sql, seq, reason, days) => {
    const heads = await db().custodyHead.count();
    const [row] = await db().$queryRawUnsafe<{ saved: string }[]>(
      "SELECT json_agg(e)::text AS saved FROM (SELECT * FROM custody_event WHERE seq < 4) e",
    );
    await tamper(sql);
    const later = new Date(Date.now() + days * DAY_MS);
    expect(await signDailyHead(later)).toEqual({ kind: "broken", seq, reason });
    await signHead(later);
    expect(await db().custodyHead.count()).toBe(heads);
    const told = await db().custodyEvent.findMany({ where: { action: "custody.broken", subjectId: seq } });
    expect(told.map(({ details }) => details)).toEqual([{ seq, reason }]);
    // Put back as from a backup: it holds again, and what was told stays told.
    await tamper("DELETE FROM custody_event WHERE seq < 4");
    await tamper(
      `INSERT INTO custody_event SELECT * FROM json_populate_recordset(null::custody_event, '${row?.saved.replaceAll("'", "''")}')`,
    );
    expect(await signHead(later)).toMatchObject({ kind: "signed" });
  });

  test("notices events that were cut off at the end, which the chain alone cannot", async () => {
    const head = await findNewestHead(db());
    await tamper(`DELETE FROM custody_event WHERE seq >= ${head?.seq}`);
    expect(await signHead(new Date())).toEqual({ kind: "broken", seq: String(head?.seq), reason: "head" });
  });
});
