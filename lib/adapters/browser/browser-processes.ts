import { readdirSync, readFileSync } from "node:fs";

/** A process of some browser that this process started. */
export type BrowserProcess = { pid: number; group: number; rssBytes: number };

/** States of what has ended. */
const DEAD: ReadonlySet<string> = new Set(["Z", "X"]);
const PAGE_BYTES = 4_096;

/** Process groups of browsers that were started here and not yet seen dead to the last process. */
const groups = new Set<number>();

/** To be told of every browser that is started; its pid is its group's. */
export function rememberBrowserGroup(group: number): void {
  groups.add(group);
}

/**
 * Every process of this process's browsers that still runs, whatever user it runs as; what has ended and only waits to
 * be collected by its parent does not count. Reads /proc, so it finds nothing on systems without it.
 */
export function listBrowserProcesses(): BrowserProcess[] {
  return pids().flatMap((pid) => {
    const fields = statOf(pid);
    const group = Number(fields?.[2]);
    if (!fields || DEAD.has(fields[0] ?? "") || !groups.has(group)) return [];
    return [{ pid, group, rssBytes: Number(fields[21]) * PAGE_BYTES }];
  });
}

/**
 * Whether nothing in a browser's process group runs any more; false where the system does not tell. A dead group is
 * forgotten: its number may soon be somebody else's.
 */
export function isGroupDead(group: number): boolean {
  const all = pids();
  const isDead = all.length > 0 && !all.some((pid) => isAliveIn(group, pid));
  if (isDead) groups.delete(group);
  return isDead;
}

/** How many there are. None, when no capture is running. */
export function countBrowserProcesses(): number {
  return listBrowserProcesses().length;
}

function isAliveIn(group: number, pid: number): boolean {
  const fields = statOf(pid);
  return fields !== undefined && !DEAD.has(fields[0] ?? "") && Number(fields[2]) === group;
}

function pids(): number[] {
  try {
    return readdirSync("/proc").map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** Fields of /proc/<pid>/stat from the third on (state, parent, group, …): the second is a name with anything in it. */
function statOf(pid: number): string[] | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    return line.slice(line.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}
