import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeBundleFolder, writeBundleZip } from "#lib/adapters/evidence/write-bundle";
import { bundleTexts } from "#lib/i18n/bundle-texts";
import { exportCapture } from "#lib/services/export/export-capture";
import { NO_TRUST, type Trust } from "#lib/services/verify/trust";
import { verifyBundle } from "#lib/services/verify/verify-bundle";

/** An export of a capture in a new folder, as a folder and as a zip. */
export async function exportBoth(captureId: string): Promise<{ home: string; folder: string; zip: string }> {
  const home = await mkdtemp(join(tmpdir(), "daleel-bundle-"));
  const plan = await exportCapture(null, captureId, { way: "command_line", texts: bundleTexts });
  const folder = join(home, "bundle");
  const zip = join(home, `daleel-${captureId}.zip`);
  await writeBundleFolder(folder, plan.files);
  await writeBundleZip(zip, plan.files, plan);
  return { home, folder, zip };
}

/** The subjects of what does not hold, without repetition, and every line that is about them. */
export async function failuresOf(path: string, trust: Trust = NO_TRUST): Promise<string[]> {
  const { lines } = await verifyBundle(path, trust);
  return [...new Set(lines.filter(({ state }) => state === "fails").map(({ subject }) => subject))];
}

/** Changes one bit of a file. @param at counted from the end when negative; the middle when left out. */
export async function flipByte(path: string, at?: number): Promise<void> {
  const bytes = await readFile(path);
  const place = at === undefined ? Math.floor(bytes.length / 2) : at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(path, bytes);
}
