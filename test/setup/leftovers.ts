import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { listBrowserProcesses } from "#lib/adapters/browser/browser-processes";

/** What captures could leave behind in this process and on this machine. */
export type Leftovers = {
  browserProcesses: number;
  /** Open files and sockets of this process. */
  openFiles: number;
  /** Folders of this process's browsers and archives in the temporary folder. */
  folders: number;
  rssMegabytes: number;
};

/** Counts it, after a collection of garbage where Node allows one (`--expose-gc`). Open files on Linux only, else 0. */
export function countLeftovers(): Leftovers {
  globalThis.gc?.();
  return {
    browserProcesses: listBrowserProcesses().length,
    openFiles: listOrNothing("/proc/self/fd").length,
    folders: listOrNothing(tmpdir()).filter((name) => name.startsWith("daleel-") && name.includes(`-${process.pid}-`))
      .length,
    rssMegabytes: Math.round(process.memoryUsage().rss / 1e6),
  };
}

function listOrNothing(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
