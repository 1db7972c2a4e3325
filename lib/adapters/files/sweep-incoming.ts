import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { incomingFolder } from "#lib/adapters/files/file-paths";

/** No write takes this long; what is older was left by a process that was killed. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** Removes half-written files of killed processes. Nothing refers to them. */
export async function sweepIncoming(now: number): Promise<number> {
  let removed = 0;
  for (const name of await readdir(incomingFolder()).catch(() => [])) {
    const path = join(incomingFolder(), name);
    const found = await stat(path).catch(() => undefined);
    if (!found || now - found.mtimeMs < ABANDONED_AFTER_MS) continue;
    await rm(path, { force: true });
    removed++;
  }
  return removed;
}
