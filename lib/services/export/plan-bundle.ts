import { openFile, readFileBytes } from "#lib/adapters/files/file-store";
import { BUNDLE, bundleName, keyPath, payloadPath, tokenPath } from "#lib/core/evidence/bundle-layout";
import type { BundleFacts, BundleTexts } from "#lib/core/evidence/bundle-texts";
import {
  BAG_DECLARATION,
  BAG_DECLARATION_TEXT,
  listOf,
  PAYLOAD_LIST,
  TAG_LIST,
  writeBagList,
} from "#lib/core/evidence/checks/bag-lists";
import { readManifest } from "#lib/core/evidence/checks/read-manifest";
import { isBesideManifest } from "#lib/core/evidence/manifest";
import { publicKeyPem } from "#lib/core/evidence/signing";
import { findCaptureToExport } from "#lib/data/artifacts";
import { db } from "#lib/data/client";
import { listKeyRows } from "#lib/data/signing-keys";
import { AppError } from "#lib/errors";
import { isUuid } from "#lib/schemas/ids";
import { writeKeyList } from "#lib/schemas/key-list";
import { addAuthorities } from "#lib/services/export/add-authorities";
import { addCustody } from "#lib/services/export/add-custody";
import { type PlannedFile, textFile } from "#lib/services/export/planned-file";

export type BundlePlan = { captureId: string; folder: string; at: Date; files: PlannedFile[] };

export type BundleWish = {
  /** With the custody log's lines about the capture. They name staff, so copies for readers go without. */
  withCustody: boolean;
  /** The words for whoever opens it. */
  texts: BundleTexts;
};

/**
 * Everything that an exported capture consists of, ready to be written; nothing large is read yet.
 * @throws AppError `not_found`; a file that is damaged shows when it is read (`file_damaged`).
 */
export async function planBundle(captureId: string, wish: BundleWish): Promise<BundlePlan> {
  const capture = isUuid(captureId) ? await findCaptureToExport(db(), captureId) : null;
  if (!capture) throw new AppError("not_found", `No capture ${captureId}`);
  const files: PlannedFile[] = capture.artifacts.map((row) => ({
    path: pathOf(row),
    sha256: row.sha256,
    bytes: Number(row.bytes),
    open: async () => (await openFile(row.sha256)).stream,
  }));
  const manifest = readManifest(await readFileBytes(capture.manifestSha256));
  await addKeys(files, "manifest" in manifest ? manifest.manifest.signedBy?.fingerprint : undefined);
  await addAuthorities(files, capture.artifacts);
  if (wish.withCustody) await addCustody(files, capture.id);
  const facts: BundleFacts = {
    captureId: capture.id,
    url: capture.requestedUrl,
    capturedAt: capture.finishedAt.toISOString(),
    manifestSha256: capture.manifestSha256,
    paths: files.map(({ path }) => path),
  };
  files.push(textFile(BUNDLE.text, wish.texts.text(facts)), textFile(BUNDLE.page, wish.texts.page(facts)));
  addBag(files, capture.id);
  assertPathsDiffer(files);
  return { captureId: capture.id, folder: bundleName(capture.id), at: capture.finishedAt, files };
}

type Row = { name: string; role: string };

function pathOf(row: Row): string {
  if (!isBesideManifest(row) || row.role === "manifest") return payloadPath(row.name);
  return row.role === "signature" ? BUNDLE.signature : tokenPath(row.name);
}

/** Every key there ever was, and once more the one that signed this manifest. */
async function addKeys(files: PlannedFile[], signedBy: string | undefined) {
  const keys = await listKeyRows(db());
  files.push(textFile(BUNDLE.keyList, writeKeyList(keys.toReversed())));
  for (const key of keys) {
    const pem = publicKeyPem(key.publicKeySpki);
    files.push(textFile(keyPath(key.purpose, key.fingerprint), pem));
    if (key.fingerprint === signedBy) files.push(textFile(BUNDLE.manifestKey, pem));
  }
}

/** BagIt 1.0 (RFC 8493). No date and no software version: the same capture makes the same text. */
function addBag(files: PlannedFile[], captureId: string): void {
  const payload = files.filter(({ path }) => path.startsWith("data/"));
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0);
  const info = `Bagging-Software: Daleel\nExternal-Identifier: ${captureId}\nPayload-Oxum: ${bytes}.${payload.length}\n`;
  files.push(textFile(BAG_DECLARATION, BAG_DECLARATION_TEXT), textFile(BUNDLE.info, info));
  const inList = (name: string) => files.filter(({ path }) => listOf(path) === name);
  files.push(textFile(PAYLOAD_LIST, writeBagList(inList(PAYLOAD_LIST))));
  files.push(textFile(TAG_LIST, writeBagList(inList(TAG_LIST))));
}

/** Two names that differ only in signs no file name may have would overwrite each other. */
function assertPathsDiffer(files: readonly PlannedFile[]): void {
  const paths = new Set(files.map(({ path }) => path.toLowerCase()));
  if (paths.size !== files.length) throw new AppError("internal", "Two files of one bundle would have the same name");
}
