import { putFile } from "#lib/adapters/files/file-store";
import { tokenName } from "#lib/core/evidence/timestamps/token-name";
import { addTimestampArtifact } from "#lib/data/artifacts";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { grantRequest, type TimestampRow } from "#lib/data/timestamp-requests";
import type { Asked } from "#lib/services/timestamps/ask-for-token";

/**
 * Keeps a token: the file first, then the granted request, the artifact and the custody event in one transaction.
 * A crash in between leaves a file that nothing names, and the request is asked again.
 * @returns false when another worker has recorded one meanwhile.
 * @throws AppError `storage_failed`, `database_down`.
 */
export async function recordToken(row: TimestampRow, token: Extract<Asked, { ok: true }>): Promise<boolean> {
  const { sha256, bytes } = await putFile(token.reply);
  const { stampedAt, serial, policy, signerName } = token.facts;
  return db().$transaction(async (tx) => {
    if (!(await grantRequest(tx, row, { sha256, stampedAt }))) return false;
    const isCapture = row.subjectType === "capture";
    if (isCapture) {
      await addTimestampArtifact(tx, { captureId: row.subjectId, name: tokenName(row.authority), sha256, bytes });
    }
    await appendCustodyEvent(tx, {
      actor: null,
      action: isCapture ? "capture.timestamped" : "custody.head_timestamped",
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      details: {
        authority: row.authority,
        stampedSha256: row.sha256,
        tokenSha256: sha256,
        stampedAt: stampedAt.toISOString(),
        serial,
        policy,
        signer: signerName,
        chain: token.chain,
        skewMs: token.skewMs,
      },
    });
    return true;
  });
}
