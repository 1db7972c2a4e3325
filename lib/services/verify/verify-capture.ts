import { findFile } from "#lib/adapters/evidence/found-file";
import { storedPath } from "#lib/adapters/files/file-paths";
import { type CheckLine, checkLine } from "#lib/core/evidence/checks/check-line";
import type { CheckedManifest } from "#lib/core/evidence/checks/read-manifest";
import { compareWithManifest } from "#lib/core/evidence/compare-manifest";
import { isBesideManifest } from "#lib/core/evidence/manifest";
import { findCaptureFiles } from "#lib/data/artifacts";
import { db } from "#lib/data/client";
import { listCustodyRecords, type StoredCustodyEvent } from "#lib/data/custody-log";
import { listKeyRows } from "#lib/data/signing-keys";
import { findTimestampRequests } from "#lib/data/timestamp-requests";
import { AppError } from "#lib/errors";
import { isUuid } from "#lib/schemas/ids";
import { checkCaptureFiles } from "#lib/services/verify/check-capture-files";
import { checkCustodyLog } from "#lib/services/verify/check-custody-log";
import { checkArchivedTokens } from "#lib/services/verify/check-tokens";
import { NO_TRUST, rootsOf, type Trust } from "#lib/services/verify/trust";

/** Everything that was looked at, for one capture. */
export type VerifyReport = { captureId: string; lines: CheckLine[] };

type CaptureRow = NonNullable<Awaited<ReturnType<typeof findCaptureFiles>>>;

/**
 * Checks a capture where it lies in the archive: files, manifest, tables, signature, timestamps, recordings and the
 * whole custody log. Reads only; damage is a result, not an error.
 * @throws AppError `not_found`.
 */
export async function verifyCapture(captureId: string, trust: Trust = NO_TRUST): Promise<VerifyReport> {
  const capture = isUuid(captureId) ? await findCaptureFiles(db(), captureId) : null;
  if (!capture) throw new AppError("not_found", `No capture ${captureId}`);
  const recorded = await findRecording(capture.id);
  const manifestSha256 = recorded?.manifestSha256 ?? capture.manifestSha256;
  const signatureSha256 = recorded?.signatureSha256 ?? capture.artifacts.find(isSignature)?.sha256;
  const keys = trust.keys?.keys ?? (await listKeyRows(db()));
  const { lines, manifest } = await checkCaptureFiles(
    {
      manifest: await findStored(manifestSha256),
      signature: signatureSha256 ? await findStored(signatureSha256) : null,
      find: ({ sha256 }) => findStored(sha256),
      extras: () => [],
      label: (name) => name,
    },
    {
      captureId: capture.id,
      manifestSha256,
      keys,
      recordedAt: recorded?.at ?? null,
    },
  );
  if (manifest) {
    lines.push(...checkRows(capture, manifest, manifestSha256, signatureSha256));
    const requests = await findTimestampRequests(db(), { type: "capture", id: capture.id });
    const tokens = capture.artifacts.filter((row) => row.role === "timestamp");
    const about = { stampedSha256: manifestSha256, notBefore: manifest.finishedAt, roots: await rootsOf(trust) };
    lines.push(...(await checkArchivedTokens(requests, tokens, about)));
  }
  lines.push(...(await checkCustodyLog(keys)));
  return { captureId: capture.id, lines };
}

/** A row that was tampered with may hold anything; only a hash is a file's name. */
const findStored = async (sha256: string) => (/^[0-9a-f]{64}$/.test(sha256) ? findFile(storedPath(sha256)) : null);

const isSignature = (file: { name: string; role: string }) => file.role === "signature" && isBesideManifest(file);

/** What the custody log says was recorded; it outweighs the tables, because it is chained and they are not. */
async function findRecording(captureId: string) {
  const events = await listCustodyRecords(db(), "capture", captureId);
  const event = events.find((each) => each.action === "capture.recorded");
  return event && { at: new Date(event.at), ...readDetails(event) };
}

function readDetails({ details }: StoredCustodyEvent): { manifestSha256?: string; signatureSha256?: string } {
  const given = details as { manifestSha256?: unknown; signatureSha256?: unknown } | null;
  const sha256 = (value: unknown) => (typeof value === "string" && /^[0-9a-f]{64}$/.test(value) ? value : undefined);
  return { manifestSha256: sha256(given?.manifestSha256), signatureSha256: sha256(given?.signatureSha256) };
}

/** The tables say of each file what pages show of it: a changed row is told like a changed file. */
function checkRows(
  capture: CaptureRow,
  manifest: CheckedManifest,
  manifestSha256: string,
  signatureSha256: string | undefined,
): CheckLine[] {
  const rows = capture.artifacts.map((row) => ({ ...row, bytes: Number(row.bytes) }));
  const listed = rows.filter((row) => !isBesideManifest(row));
  const lines: CheckLine[] = [];
  for (const [name, match] of compareWithManifest(listed, manifest.artifacts)) {
    if (match === "differs") lines.push(checkLine("file", name, "file_row_differs"));
    if (match === "not_listed") lines.push(checkLine("file", name, "file_not_in_manifest"));
    if (match === "not_recorded") lines.push(checkLine("file", name, "file_row_missing"));
  }
  const beside = [
    { role: "manifest", sha256: manifestSha256 },
    ...(signatureSha256 ? [{ role: "signature", sha256: signatureSha256 }] : []),
  ];
  for (const { role, sha256 } of beside) {
    const own = rows.filter((row) => row.role === role);
    const isSame = own.length === 1 && own[0]?.sha256 === sha256;
    if (!isSame || (role === "manifest" && capture.manifestSha256 !== sha256)) {
      lines.push(checkLine("file", `manifest.${role === "manifest" ? "json" : "sig"}`, "file_row_differs"));
    }
  }
  return lines;
}
