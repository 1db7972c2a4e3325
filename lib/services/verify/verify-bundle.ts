import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { hashBundleZip } from "#lib/adapters/evidence/bundle-zip";
import { type FoundFile, readFound } from "#lib/adapters/evidence/found-file";
import { type OpenBundle, openBundle } from "#lib/adapters/evidence/open-bundle";
import { BUNDLE, bundleName, payloadPath, ZIP_COMMENT } from "#lib/core/evidence/bundle-layout";
import {
  BAG_DECLARATION,
  BAG_DECLARATION_TEXT,
  type BagFile,
  checkBagList,
  PAYLOAD_LIST,
  TAG_LIST,
} from "#lib/core/evidence/checks/bag-lists";
import { type CheckLine, checkLine } from "#lib/core/evidence/checks/check-line";
import type { KnownKey } from "#lib/core/evidence/checks/check-signature";
import type { CheckedManifest } from "#lib/core/evidence/checks/read-manifest";
import { SIGNATURE_NAME } from "#lib/core/evidence/manifest";
import { readKeyList } from "#lib/schemas/key-list";
import { checkBundleCustody } from "#lib/services/verify/check-bundle-custody";
import { checkCaptureFiles } from "#lib/services/verify/check-capture-files";
import { checkBundleTokens } from "#lib/services/verify/check-tokens";
import { rootsOf, type Trust } from "#lib/services/verify/trust";
import type { VerifyReport } from "#lib/services/verify/verify-capture";

/** Lists of a bag and small files of it are read whole up to here. */
const MAX_TEXT_BYTES = 16_000_000;

/**
 * Checks an exported capture, a folder or a zip, without database or network. Nothing in it is trusted: what it says of
 * itself is compared with what it holds.
 * @throws AppError `bad_input` when there is nothing at the path.
 */
export async function verifyBundle(path: string, trust: Trust): Promise<VerifyReport> {
  const bundle = await openBundle(path);
  try {
    return await check(bundle, trust);
  } finally {
    await bundle.close();
  }
}

async function check(bundle: OpenBundle, trust: Trust): Promise<VerifyReport> {
  const { files } = bundle;
  const lines = [...bundle.lines, ...(await checkLists(files))];
  const keyList = await readKeys(bundle, trust);
  const custody = await checkBundleCustody(files, keyList.keys);
  const {
    lines: found,
    manifest,
    manifestSha256,
  } = await checkCaptureFiles(
    {
      manifest: files.get(BUNDLE.manifest) ?? null,
      signature: files.get(BUNDLE.signature) ?? null,
      find: async ({ name }) => files.get(payloadPath(name)) ?? null,
      label: (name) => (name === SIGNATURE_NAME ? BUNDLE.signature : payloadPath(name)),
      extras: (manifest) => extraFiles(files, manifest),
    },
    { captureId: null, manifestSha256: null, keys: keyList.keys, recordedAt: custody.recordedAt },
  );
  if (manifest) lines.push(...(await checkZip(bundle, manifest)));
  lines.push(...found, ...keyList.lines(manifest));
  if (manifest && manifestSha256) {
    const roots = await rootsOf(trust);
    const about = { stampedSha256: manifestSha256, notBefore: manifest.finishedAt, roots };
    const tokens = await checkBundleTokens(files, "manifest", about);
    lines.push(...(tokens.length > 0 ? tokens : [checkLine("timestamp", "manifest.json", "tokens_none")]));
    lines.push(...(await custody.lines(manifest.captureId, manifestSha256, roots)));
  }
  return { captureId: manifest?.captureId ?? "", lines };
}

async function checkLists(files: OpenBundle["files"]): Promise<CheckLine[]> {
  const bag: BagFile[] = [...files].map(([path, { sha256, bytes }]) => ({ path, sha256, bytes }));
  const lines: CheckLine[] = [];
  const tagText = await readText(files.get(TAG_LIST));
  lines.push(...checkBagList(TAG_LIST, tagText, bag));
  // A payload list that is not the one in the tag list was changed itself: its rows would only blame the files it names.
  const isOwn = tagText?.includes(`${files.get(PAYLOAD_LIST)?.sha256}  ${PAYLOAD_LIST}\n`) ?? false;
  const payload = checkBagList(PAYLOAD_LIST, await readText(files.get(PAYLOAD_LIST)), bag);
  lines.push(...(isOwn || !files.has(PAYLOAD_LIST) ? payload : [checkLine("list", PAYLOAD_LIST, "list_malformed")]));
  if ((await readText(files.get(BAG_DECLARATION))) !== BAG_DECLARATION_TEXT) {
    lines.push(checkLine("list", BAG_DECLARATION, files.has(BAG_DECLARATION) ? "list_malformed" : "list_absent"));
  }
  return lines;
}

async function readKeys({ files }: OpenBundle, trust: Trust) {
  if (trust.keys) {
    const { keys, from } = trust.keys;
    return { keys, lines: () => [checkLine("key", "--keys", "key_published", { from })] };
  }
  const text = await readText(files.get(BUNDLE.keyList));
  const read = text === null ? "it is not there" : readKeyList(text);
  if (typeof read === "string") {
    return { keys: null, lines: () => [checkLine("key", BUNDLE.keyList, "keys_unreadable", { problem: read })] };
  }
  const lines = (manifest: CheckedManifest | null) => {
    const fingerprint = manifest?.signedBy?.fingerprint ?? read[0]?.fingerprint ?? "";
    return [checkLine("key", BUNDLE.keyList, "key_from_bundle", { fingerprint })];
  };
  return { keys: read as KnownKey[], lines };
}

function extraFiles(files: OpenBundle["files"], manifest: CheckedManifest): string[] {
  const listed = new Set([BUNDLE.manifest, ...manifest.artifacts.map(({ name }) => payloadPath(name))]);
  return [...files.keys()].filter((path) => path.startsWith("data/") && !listed.has(path));
}

/** A zip that says it is ours must be the one that these files make, so nothing hides between or behind them. */
async function checkZip({ zip, files }: OpenBundle, manifest: CheckedManifest): Promise<CheckLine[]> {
  if (!zip) return [];
  const subject = `${bundleName(manifest.captureId)}.zip`;
  if (zip.comment === "") return [checkLine("container", subject, "zip_repacked")];
  const entries = [...files].map(([path, { diskPath, bytes }]) => ({
    path,
    bytes,
    open: async () => createReadStream(diskPath),
  }));
  const about = { folder: bundleName(manifest.captureId), at: manifest.finishedAt };
  const rebuilt = await hashBundleZip(entries, about).catch(() => null);
  const isOurs = zip.comment === ZIP_COMMENT && (await readFound(zip.diskPath)).sha256 === rebuilt;
  return [checkLine("container", subject, isOurs ? "zip_as_written" : "zip_changed")];
}

async function readText(file: FoundFile | undefined): Promise<string | null> {
  return file && file.bytes <= MAX_TEXT_BYTES ? readFile(file.diskPath, "utf8") : null;
}
