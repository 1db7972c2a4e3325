import { randomBytes } from "node:crypto";
import { chown, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataPath } from "#lib/paths";

const PREFIX = "daleel-browser-";

/** Where throw-away profiles live: the system's temporary folder, or the data folder where that is not writable. */
async function workRoot(): Promise<string> {
  const probe = join(tmpdir(), `${PREFIX}probe-${randomBytes(6).toString("hex")}`);
  try {
    await mkdir(probe);
    await rm(probe, { recursive: true });
    return tmpdir();
  } catch {
    await mkdir(dataPath("tmp"), { recursive: true });
    return dataPath("tmp");
  }
}

/** A new empty folder for one browser; named by this process, so that a later one knows when its owner is gone. */
export async function makeProfileFolder(owner: { uid: number; gid: number } | undefined): Promise<string> {
  const folder = await mkdtemp(join(await workRoot(), `${PREFIX}${process.pid}-`));
  if (owner) await chown(folder, owner.uid, owner.gid);
  return folder;
}

/** A new empty folder for this process's own half-made files; swept like the browsers' when its owner is gone. */
export function makeWorkFolder(): Promise<string> {
  return makeProfileFolder(undefined);
}

/** Removes the folders of browsers whose worker was killed. Returns how many. */
export async function sweepProfileFolders(): Promise<number> {
  const root = await workRoot();
  let removed = 0;
  for (const name of await readdir(root)) {
    const pid = /^daleel-browser-(\d+)-/.exec(name)?.[1];
    if (!pid || isAlive(Number(pid))) continue;
    await rm(join(root, name), { recursive: true, force: true }).catch(() => undefined);
    removed++;
  }
  return removed;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === "EPERM";
  }
}
