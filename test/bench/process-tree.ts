import { readdir, readFile } from "node:fs/promises";

/** What this process and everything it started holds just now. Linux only: it reads /proc. */
export type TreeUse = {
  /** Proportional set size: memory that several processes share is counted once. Null where the kernel does not tell. */
  pssBytes: number;
  processes: number;
  /** Open files of this process alone. */
  openFiles: number;
};

/** Reads memory, processes and open files of this process and its descendants. */
export async function measureTree(rootPid = process.pid): Promise<TreeUse> {
  const parents = new Map<number, number>();
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    // The second field is the program's name in parentheses and may hold spaces and parentheses.
    const parent = /^\S+ \S+ /.test(stat) ? stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] : undefined;
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isInside = (pid: number): boolean => pid === rootPid || (parents.has(pid) && isInside(parents.get(pid) ?? 0));
  const pids = [...parents.keys()].filter(isInside);
  const sizes = await Promise.all(pids.map(pssOf));
  const openFiles = (await readdir(`/proc/${rootPid}/fd`)).length;
  return { pssBytes: sizes.reduce((sum, size) => sum + size, 0), processes: pids.length, openFiles };
}

/** Samples the tree until `stop`, which answers with the highest memory seen. */
export function watchMemory(everyMs = 200): { stop(): Promise<number> } {
  let highest = 0;
  let isOver = false;
  const loop = (async () => {
    while (!isOver) {
      highest = Math.max(highest, (await measureTree()).pssBytes);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await loop;
      return highest;
    },
  };
}

async function pssOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024;
}
