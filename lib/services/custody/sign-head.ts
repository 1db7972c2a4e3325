import { putFile } from "#lib/adapters/files/file-store";
import { buildHeadStatement } from "#lib/core/evidence/custody-head";
import { type LogBreak, walkCustodyLog } from "#lib/core/evidence/custody-walk";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { findNewestBreak, insertHead, listHeadHashes } from "#lib/data/custody-heads";
import { readCustodyLog } from "#lib/data/custody-log";
import { requestTimestamps } from "#lib/data/timestamp-requests";
import { logger } from "#lib/logger";
import { openKey } from "#lib/services/keys/open-key";
import { siteOrigin } from "#lib/services/system/site-origin";
import { timestampAuthorities } from "#lib/services/timestamps/authorities";

/** A signed state of the custody log, or where the log does not hold: then nothing was signed. */
export type SignedHead =
  | { kind: "signed"; id: string; seq: string; hash: string; statementSha256: string; fingerprint: string }
  | ({ kind: "broken" } & LogBreak);

/**
 * Checks the whole custody log, signs its newest state and asks the authorities to stamp it. A log that does not hold is
 * not signed: that goes into the server's log, and into the custody log itself, where the desk shows it.
 * @throws AppError `key_missing`, `storage_failed`, `database_down`.
 */
export async function signHead(now: Date): Promise<SignedHead> {
  const key = await openKey("manifest");
  const signed = await listHeadHashes(db());
  const walked = await walkCustodyLog(readCustodyLog(db()), signed);
  if (walked.kind === "broken") return tellBreak(walked);
  // The key's own making is an event.
  if (walked.kind === "empty") throw new Error("A custody log with a key in service cannot be empty");
  const { seq, hash, root } = walked;
  const signedBy = { algorithm: key.algorithm, fingerprint: key.fingerprint };
  // A key that came into service after the look at the clock signs nothing from before its time.
  const at = new Date(Math.max(now.getTime(), key.createdAt.getTime()));
  const text = buildHeadStatement({ seq, hash, root, at: at.toISOString(), origin: siteOrigin(), signedBy });
  const statement = Buffer.from(text, "utf8");
  const signature = key.sign(statement);
  const { sha256: statementSha256 } = await putFile(statement);
  const id = await db().$transaction(async (tx) => {
    const headId = await insertHead(tx, { seq, hash, at, statementSha256, signature, keyId: key.id });
    await requestTimestamps(tx, { type: "custody_head", id: headId, sha256: statementSha256 }, timestampAuthorities());
    await appendCustodyEvent(tx, {
      actor: null,
      action: "custody.head_signed",
      subjectType: "custody_head",
      subjectId: headId,
      details: { seq, hash, root, statementSha256, keyFingerprint: key.fingerprint },
    });
    return headId;
  });
  return { kind: "signed", id, seq, hash, statementSha256, fingerprint: key.fingerprint };
}

async function tellBreak({ seq, reason }: LogBreak): Promise<SignedHead> {
  logger.error({ seq, reason }, "the custody log does not hold, so its state was not signed");
  await db().$transaction(async (tx) => {
    const before = await findNewestBreak(tx);
    const details = before?.details as { seq?: unknown; reason?: unknown } | undefined;
    const isSameDay = before?.at.toISOString().slice(0, 10) === new Date().toISOString().slice(0, 10);
    if (isSameDay && details?.seq === seq && details.reason === reason) return;
    await appendCustodyEvent(tx, {
      actor: null,
      action: "custody.broken",
      subjectType: "custody_log",
      subjectId: seq,
      details: { seq, reason },
    });
  });
  return { kind: "broken", seq, reason };
}
