import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { listBrowserProcesses } from "#lib/adapters/browser/browser-processes";

/** What captures could leave behind in this process and on this machine. */
export type Leftovers = {
  browserProcesses: number;
  /** Open files and sockets of this process. */
  openFiles: number;
  /** Folders of this process's browsers and archives in the temporary folder. */
  folders: number;
  rssMegabytes: number;
  /** JavaScript objects that are still held. */
  heapMegabytes: number;
};

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** Counts it, after a collection of garbage. Open files on Linux only, else 0. */
export function countLeftovers(): Leftovers {
  collectGarbage();
  const { rss, heapUsed } = process.memoryUsage();
  return {
    browserProcesses: listBrowserProcesses().length,
    openFiles: listOrNothing("/proc/self/fd").length,
    folders: listOrNothing(tmpdir()).filter((name) => name.startsWith("daleel-") && name.includes(`-${process.pid}-`))
      .length,
    rssMegabytes: Math.round(rss / 1e6),
    heapMegabytes: Math.round(heapUsed / 1e6),
  };
}

function listOrNothing(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
