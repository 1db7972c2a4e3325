import { createReadStream } from "node:fs";
import { chmod, mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { readFound } from "#lib/adapters/evidence/found-file";
import { writeBundleFolder, writeBundleZip } from "#lib/adapters/evidence/write-bundle";
import { listOf, PAYLOAD_LIST, TAG_LIST, writeBagList } from "#lib/core/evidence/checks/bag-lists";
import { bundleTexts } from "#lib/i18n/bundle-texts";
import { dataPath } from "#lib/paths";
import { exportCapture } from "#lib/services/export/export-capture";
import { NO_TRUST, type Trust } from "#lib/services/verify/trust";
import { verifyBundle } from "#lib/services/verify/verify-bundle";

/** An export of a capture in a new folder, as a folder and as a zip. */
export async function exportBoth(captureId: string): Promise<{ home: string; folder: string; zip: string }> {
  const home = await mkdtemp(dataPath("bundle-"));
  const plan = await exportCapture(null, captureId, { way: "command_line", texts: bundleTexts });
  const folder = join(home, "bundle");
  const zip = join(home, `daleel-${captureId}.zip`);
  await writeBundleFolder(folder, plan.files);
  await writeBundleZip(zip, plan.files, plan);
  return { home, folder, zip };
}

/**
 * A zip of a folder as a forger would make it: packed like ours, with the lists of hashes made anew, so that only what is
 * signed can give it away.
 */
export async function zipAsOurs(folder: string, captureId: string): Promise<string> {
  const found = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = found.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const listed = async (wanted: string[]) =>
    Promise.all(wanted.map(async (path) => ({ path, sha256: (await readFound(join(folder, path))).sha256 })));
  for (const name of [PAYLOAD_LIST, TAG_LIST]) {
    await writeFile(join(folder, name), writeBagList(await listed(paths.filter((path) => listOf(path) === name))));
  }
  const entries = await Promise.all(
    paths.map(async (path) => ({
      path,
      bytes: (await stat(join(folder, path))).size,
      open: async () => createReadStream(join(folder, path)),
    })),
  );
  const zip = join(await mkdtemp(dataPath("forged-")), `daleel-${captureId}.zip`);
  await writeBundleZip(zip, entries, { folder: `daleel-${captureId}`, at: new Date(0) });
  return zip;
}

/** The subjects of what does not hold, without repetition, and every line that is about them. */
export async function failuresOf(path: string, trust: Trust = NO_TRUST): Promise<string[]> {
  const { lines } = await verifyBundle(path, trust);
  return [...new Set(lines.filter(({ state }) => state === "fails").map(({ subject }) => subject))];
}

/** Changes one bit of a file. @param at counted from the end when negative; the middle when left out. */
export async function flipByte(path: string, at?: number): Promise<void> {
  // Stored evidence is not writable, not even by mistake.
  await chmod(path, 0o600);
  const bytes = await readFile(path);
  const place = at === undefined ? Math.floor(bytes.length / 2) : at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(path, bytes);
}
