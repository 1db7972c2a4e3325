import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { AppError } from "#lib/errors";
import { dataPath } from "#lib/paths";

type Running = { pid: number; origin: string | null };

/**
 * One supervisor per data folder. A lock whose process is gone (killed, power cut) is taken over.
 * @throws AppError `start_failed` naming the process that runs already.
 */
export async function takeRunLock(): Promise<{ announce(origin: string): Promise<void>; release(): Promise<void> }> {
  const path = dataPath("running.json");
  await mkdir(dataPath(), { recursive: true });
  const other = await readFile(path, "utf8").then(
    (text) => JSON.parse(text) as Running,
    () => null,
  );
  if (other && other.pid !== process.pid && (await isSupervisor(other.pid))) {
    const where = other.origin ? ` at ${other.origin}` : "";
    throw new AppError(
      "start_failed",
      `Daleel runs on this data already${where} (process ${other.pid}). Stop it first.`,
    );
  }
  const write = (origin: string | null) => writeFile(path, JSON.stringify({ pid: process.pid, origin }));
  await write(null);
  return { announce: write, release: () => rm(path, { force: true }) };
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
