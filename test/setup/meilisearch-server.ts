import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { TestProject } from "vitest/node";
import { freePort } from "#lib/adapters/net/free-port";
import { findMeiliProgram, SERVER_OPTIONS } from "#lib/adapters/search/meilisearch/find-program";

declare module "vitest" {
  interface ProvidedContext {
    /** A Meilisearch for the whole run, and its master key; null when this machine has none. */
    meilisearch: { url: string; key: string } | null;
    /** The program, for tests that start and kill servers of their own. */
    meiliProgram: string | null;
  }
}

const FIRST_PORT = 7_720;
const READY_TIMEOUT_MS = 30_000;

/**
 * A throw-away Meilisearch for the whole run, or the one of MEILI_URL and MEILI_KEY. Where there is neither this nor a
 * program (MEILI_BIN, or `meilisearch` on PATH), its tests are skipped, which the closing line of a run counts.
 */
export default async function setup(project: TestProject) {
  const program = await findMeiliProgram(process.env.MEILI_BIN, process.env.PATH ?? "");
  project.provide("meiliProgram", program?.path ?? null);
  if (process.env.MEILI_URL) {
    project.provide("meilisearch", { url: process.env.MEILI_URL, key: process.env.MEILI_KEY ?? "" });
    return undefined;
  }
  if (!program) {
    process.stdout.write("\nNo Meilisearch here (PATH, MEILI_BIN, MEILI_URL): its tests are skipped.\n");
    project.provide("meilisearch", null);
    return undefined;
  }
  const server = await startMeilisearch(program.path);
  project.provide("meilisearch", { url: server.url, key: server.key });
  return () => server.remove();
}

export type MeiliServer = {
  url: string;
  key: string;
  pid: number;
  /** As `kill -9` does. */
  kill(): Promise<void>;
  /** On the same data and port. */
  start(): Promise<void>;
  /** What its data take on the disk. */
  bytes(): Promise<number>;
  remove(): Promise<void>;
};

/** A server of its own on its own data. */
export async function startMeilisearch(program: string): Promise<MeiliServer> {
  const folder = await mkdtemp(join(tmpdir(), "daleel-meili-"));
  const port = await freePort(FIRST_PORT);
  const key = randomBytes(24).toString("base64url");
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const start = async () => {
    const args = ["--db-path", "data.ms", "--http-addr", `127.0.0.1:${port}`, ...SERVER_OPTIONS];
    const environment = { PATH: process.env.PATH, MEILI_MASTER_KEY: key, NODE_ENV: "test" as const };
    child = spawn(program, args, { cwd: folder, env: environment, stdio: "ignore" });
    await untilHealthy(url);
  };
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child?.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  };
  await start();
  return {
    url,
    key,
    get pid() {
      return child?.pid ?? 0;
    },
    start,
    kill,
    bytes: async () => {
      const answer = await fetch(`${url}/stats`, { headers: { authorization: `Bearer ${key}` } });
      return ((await answer.json()) as { databaseSize: number }).databaseSize;
    },
    remove: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilHealthy(url: string): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const isUp = await fetch(`${url}/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    await sleep(50);
  }
  throw new Error(`Meilisearch did not answer at ${url}`);
}
