import type { Readable } from "node:stream";
import { openBundleZip } from "#lib/adapters/evidence/bundle-zip";
import type { BundlePlan } from "#lib/services/export/plan-bundle";

/** A planned bundle as one zip to be sent: its length is known before its bytes are. A damaged file breaks it off. */
export async function openExport({ files, folder, at }: BundlePlan): Promise<{ stream: Readable; bytes: number }> {
  return openBundleZip(files, { folder, at });
}
