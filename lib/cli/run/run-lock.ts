import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { AppError } from "#lib/errors";
import { dataPath } from "#lib/paths";

type Running = { pid: number; origin: string | null };

const lockPath = () => dataPath("running.json");

/**
 * One supervisor per data folder. A lock whose process is gone (killed, power cut) is taken over.
 * @throws AppError `start_failed` naming the process that runs already, `storage_failed` when the data folder cannot be
 *   made or written.
 */
export async function takeRunLock(): Promise<{ announce(origin: string): Promise<void>; release(): Promise<void> }> {
  const path = lockPath();
  const own = `${path}.${randomUUID()}`;
  try {
    await mkdir(dataPath(), { recursive: true });
    await write(own, null);
  } catch (cause) {
    const message = `The data folder ${dataPath()} cannot be written: ${(cause as Error).message}. Make room, start Daleel as the user it belongs to, or set DALEEL_DATA_DIR to another folder.`;
    throw new AppError("storage_failed", message, {}, { cause });
  }
  try {
    while (!(await linked(own, path))) await removeStaleLock(path);
  } finally {
    await rm(own, { force: true });
  }
  return { announce: (origin) => write(path, origin), release: () => rm(path, { force: true }) };
}

/** Whether a supervisor runs on this data folder just now. */
export async function isArchiveRunning(): Promise<boolean> {
  const running = await readLock(lockPath());
  return running !== null && isSupervisor(running.pid);
}

const write = (path: string, origin: string | null) => writeFile(path, JSON.stringify({ pid: process.pid, origin }));

const readLock = (path: string): Promise<Running | null> =>
  readFile(path, "utf8")
    .then((text) => JSON.parse(text) as Running)
    .catch(() => null);

/** A link comes whole and only where there is none, so of two starts at the same moment one wins. */
async function linked(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function removeStaleLock(path: string): Promise<void> {
  const other = await readLock(path);
  await refuseIfRunning(other);
  // Moved aside and looked at again: another start may have taken the stale one over in between.
  const aside = `${path}.${randomUUID()}`;
  await rename(path, aside).catch(() => undefined);
  try {
    const moved = await readLock(aside);
    if (moved && moved.pid !== other?.pid) {
      await linked(aside, path);
      await refuseIfRunning(moved);
    }
  } finally {
    await rm(aside, { force: true });
  }
}

async function refuseIfRunning(other: Running | null): Promise<void> {
  if (!other || other.pid === process.pid || !(await isSupervisor(other.pid))) return;
  const where = other.origin ? ` at ${other.origin}` : "";
  throw new AppError("start_failed", `Daleel runs on this data already${where} (process ${other.pid}). Stop it first.`);
}

/** A process number alone may by now belong to something else, so its command line is looked at where there is /proc. */
async function isSupervisor(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "lib/cli/main.ts");
  return commandLine.includes("lib/cli/main.ts");
}
