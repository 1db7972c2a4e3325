import { createHash } from "node:crypto";
import { readFileBytes } from "#lib/adapters/files/file-store";
import { canonicalJson } from "#lib/core/evidence/canonical-json";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { listCustodyHeads, readCustodyLog } from "#lib/data/custody-log";
import { findTimestampRequests } from "#lib/data/timestamp-requests";
import { listKeys } from "#lib/services/keys/list-keys";
import { siteOrigin } from "#lib/services/system/site-origin";

export const CUSTODY_EXPORT_FORMAT = "daleel-custody-log";

/**
 * The whole custody log as lines of JSON (RFC 8785 each): a heading; every key; every event with its hash, exactly as it
 * is hashed; every signed state with its statement, signature and tokens (base64), oldest first. Memory does not grow
 * with the number of events.
 */
export async function* exportCustodyLog(): AsyncGenerator<string> {
  const line = (type: string, value: object) => `${canonicalJson({ type, ...value })}\n`;
  yield line("custody_log", {
    format: CUSTODY_EXPORT_FORMAT,
    version: 1,
    origin: siteOrigin(),
    at: new Date().toISOString(),
  });
  for (const { id: _, ...key } of await listKeys()) yield line("key", key);
  for await (const event of readCustodyLog(db())) yield line("event", event);
  for (const head of (await listCustodyHeads(db())).toReversed()) {
    const requests = await findTimestampRequests(db(), { type: "custody_head", id: head.id });
    const tokens = requests.flatMap(({ authority, stampedAt, tokenSha256 }) =>
      tokenSha256 && stampedAt ? [{ authority, stampedAt: stampedAt.toISOString(), tokenSha256 }] : [],
    );
    yield line("head", {
      statement: (await readOrNull(head.statementSha256))?.toString("utf8") ?? null,
      statementSha256: head.statementSha256,
      signature: head.signature,
      keyFingerprint: head.key.fingerprint,
      tokens: await Promise.all(
        tokens.map(async (token) => ({
          ...token,
          token: (await readOrNull(token.tokenSha256))?.toString("base64") ?? null,
        })),
      ),
    });
  }
}

/** A damaged file is null in the copy, with its hash beside it: what else there is must still come out. */
const readOrNull = (sha256: string) => readFileBytes(sha256).catch(() => null);

/** Notes in the custody log that somebody took a copy of it, and which. */
export async function noteExport(copy: { bytes: number; sha256: string }): Promise<void> {
  await db().$transaction((tx) =>
    appendCustodyEvent(tx, {
      actor: null,
      action: "custody.exported",
      subjectType: "custody_log",
      subjectId: copy.sha256,
      details: copy,
    }),
  );
}

/** Counts and hashes lines while they pass. */
export function measureCopy() {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    async *pass(lines: AsyncIterable<string>): AsyncGenerator<string> {
      for await (const line of lines) {
        hash.update(line, "utf8");
        bytes += Buffer.byteLength(line, "utf8");
        yield line;
      }
    },
    result: () => ({ bytes, sha256: hash.digest("hex") }),
  };
}
