import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants, readFileSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { childEnvironment } from "#lib/env";

/** A program that is no node process, as the supervisor wants it run. */
export type HeldProgram = {
  path: string;
  args: string[];
  /** What it works on; also tells it from other programs of the machine. */
  folder: string;
  url: string;
  identity: { uid: number; gid: number } | null;
  /** Where its secret is, and under which name it gets it: not among its arguments, which everybody sees. */
  secretFile: string;
  secretName: string;
  /** Who runs on the folder: `{ pid, url }`, for the next starter and for commands. */
  noteFile: string;
  /** The archive itself: it ends whatever else runs on the folder. A command does not. */
  isArchive: boolean;
};

const SETPRIV = "/usr/bin/setpriv";
const STOP_GRACE_MS = 10_000;

/**
 * A node process between the supervisor and such a program: it ends with the supervisor, also after `kill -9`, as every
 * child does (exit-with-parent.ts), and takes the program with it; where the kernel can be told so, the program also
 * dies when this process is killed. What an earlier holder left running all the same is ended first: two servers on one
 * folder would spoil it.
 */
async function hold(held: HeldProgram): Promise<void> {
  await endForgotten(held);
  const secret = readFileSync(held.secretFile, "utf8").trim();
  const child = start(held, secret);
  const stop = () => {
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), STOP_GRACE_MS).unref();
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stop);
  process.on("exit", () => {
    child.kill("SIGKILL");
    // By now somebody else may run there.
    if (notedPid(held.noteFile) === child.pid) rmSync(held.noteFile, { force: true });
  });
  await writeFile(held.noteFile, JSON.stringify({ pid: child.pid, url: held.url }));
  child.once("error", (error) => {
    console.error(`${held.path} cannot be run: ${error.message}`);
    process.exit(1);
  });
  child.once("exit", (code) => process.exit(code ?? 1));
}

function start({ path, args, folder, identity, secretName }: HeldProgram, secret: string): ChildProcess {
  const dies = mayExecute(SETPRIV) ? [SETPRIV, "--pdeathsig", "KILL", path] : [path];
  const [command = path, ...rest] = [...dies, ...args];
  // Nothing of our own settings and secrets but the one that is meant for it.
  const { PATH, TZ, NODE_ENV } = childEnvironment({});
  const env = { PATH, TZ, NODE_ENV, RUST_BACKTRACE: "0", [secretName]: secret };
  return spawn(command, rest, { cwd: folder, env, stdio: ["ignore", "inherit", "inherit"], ...identity });
}

async function endForgotten({ noteFile, folder, isArchive }: HeldProgram): Promise<void> {
  const pid = notedPid(noteFile);
  if (!pid || !worksOn(pid, folder)) return;
  if (!isArchive) {
    console.error(`the archive has started and runs it itself (process ${pid})`);
    process.exit(1);
  }
  console.error(`a server that an earlier start left running (process ${pid}) is ended first`);
  process.kill(pid, "SIGTERM");
  for (let waited = 0; waited < STOP_GRACE_MS && worksOn(pid, folder); waited += 100) await sleep(100);
  if (worksOn(pid, folder)) process.kill(pid, "SIGKILL");
}

function notedPid(noteFile: string): number {
  try {
    return Number((JSON.parse(readFileSync(noteFile, "utf8")) as { pid?: unknown }).pid);
  } catch {
    return 0;
  }
}

/** Process numbers are used again; the folder it runs in tells, where there is /proc. */
function worksOn(pid: number, folder: string): boolean {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder);
  } catch {
    return false;
  }
}

function mayExecute(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

await hold(JSON.parse(process.argv[2] ?? "") as HeldProgram);
