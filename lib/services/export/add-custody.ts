import { openFile, readFileBytes } from "#lib/adapters/files/file-store";
import { BUNDLE, tokenPath } from "#lib/core/evidence/bundle-layout";
import { custodyText } from "#lib/core/evidence/custody-chain";
import { readHeadStatement } from "#lib/core/evidence/custody-head";
import { writeCustodyPaths } from "#lib/core/evidence/custody-paths";
import { custodyTreePath } from "#lib/core/evidence/custody-tree";
import { publicKeyPem } from "#lib/core/evidence/signing";
import { tokenName } from "#lib/core/evidence/timestamps/token-name";
import { db } from "#lib/data/client";
import { listCustodyHeads, listCustodyRecords, listEventHashes } from "#lib/data/custody-log";
import { findTimestampRequests } from "#lib/data/timestamp-requests";
import { type PlannedFile, textFile } from "#lib/services/export/planned-file";

/**
 * The lines of the custody log about one capture, each as the very text that its hash is taken over, and how they hang
 * under the newest signed state of the log.
 */
export async function addCustody(files: PlannedFile[], captureId: string): Promise<void> {
  const events = await listCustodyRecords(db(), "capture", captureId);
  files.push(textFile(BUNDLE.custody, events.map((event) => `${custodyText(event)}\n`).join("")));
  const [head] = await listCustodyHeads(db(), 1);
  if (!head) return;
  const text = (await readFileBytes(head.statementSha256)).toString("utf8");
  const statement = readHeadStatement(text);
  if (!statement) return;
  files.push(textFile(BUNDLE.headStatement, text));
  files.push(textFile(BUNDLE.headSignature, Buffer.from(head.signature, "base64")));
  files.push(textFile(BUNDLE.headKey, publicKeyPem(Buffer.from(head.key.publicKey, "base64"))));
  const hashes = await listEventHashes(db(), head.seq);
  const covered = events.filter(({ seq }) => BigInt(seq) <= head.seq);
  const paths = covered.map(({ seq, hash }) => ({ hash, path: custodyTreePath(hashes, Number(seq) - 1) }));
  files.push(textFile(BUNDLE.custodyPath, writeCustodyPaths(statement.root, paths)));
  for (const request of await findTimestampRequests(db(), { type: "custody_head", id: head.id })) {
    const { tokenSha256 } = request;
    if (!tokenSha256) continue;
    const { bytes } = await openFile(tokenSha256);
    const path = tokenPath(tokenName(request.authority, "custody-head"));
    files.push({ path, sha256: tokenSha256, bytes, open: async () => (await openFile(tokenSha256)).stream });
  }
}
