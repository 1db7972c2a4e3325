import { parseArgs } from "node:util";
import { writeBundleFolder, writeBundleZip } from "#lib/adapters/evidence/write-bundle";
import { callersPath } from "#lib/env";
import { AppError } from "#lib/errors";
import { bundleTexts } from "#lib/i18n/bundle-texts";
import { exportCapture } from "#lib/services/export/export-capture";

const USAGE = `Usage: npm run daleel -- export CAPTURE-ID --out FOLDER | FILE.zip

Writes one capture with everything that proves it unchanged: files, manifest, signature, timestamps, keys, and its lines
of the custody log. VERIFY.html in it says how to check it without Daleel. The log says that it was exported.`;

/**
 * `npm run daleel -- export …`.
 * @throws AppError `bad_input` with the usage as its message; `not_found`, `file_damaged`.
 */
export async function exportCommand(args: string[]): Promise<void> {
  const { captureId, out } = readArgs(args);
  const path = callersPath(out);
  const plan = await exportCapture(null, captureId, { way: "command_line", texts: bundleTexts });
  if (/\.zip$/i.test(path)) await writeBundleZip(path, plan.files, plan);
  else await writeBundleFolder(path, plan.files);
  console.log(`${plan.files.length} files in ${path}`);
}

function readArgs(args: string[]): { captureId: string; out: string } {
  try {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { out: { type: "string" } } });
    const [captureId] = positionals;
    if (captureId && positionals.length === 1 && values.out) return { captureId, out: values.out };
  } catch (cause) {
    throw new AppError("bad_input", `${(cause as Error).message}\n\n${USAGE}`, { fields: {} }, { cause });
  }
  throw new AppError("bad_input", USAGE, { fields: {} });
}
