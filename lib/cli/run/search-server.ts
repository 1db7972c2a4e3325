import { createHash } from "node:crypto";
import { chmod, copyFile, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#lib/adapters/net/free-port";
import { giveTo, type Identity, isReachable, serverIdentity } from "#lib/adapters/processes/server-user";
import { type MeiliProgram, SERVER_OPTIONS } from "#lib/adapters/search/meilisearch/find-program";
import { SupervisedProcess } from "#lib/cli/run/child-process";
import type { HeldProgram } from "#lib/cli/run/hold-program";
import { MEILI_MASTER_KEY, readOrMakeSecret } from "#lib/cli/run/secrets";
import { AppError } from "#lib/errors";
import { dataPath, projectPath } from "#lib/paths";

/** High and unusual, so that it does not meet a Meilisearch that is there already. */
const FIRST_PORT = 54_460;
const READY_TIMEOUT_MS = 60_000;
const FAILED_STARTS_MAX = 2;
const SYSTEM_FOLDER = "/var/lib/daleel";

export type SearchServer = {
  url: string;
  masterKey: string;
  /** Said to whoever starts it: what was moved out of the way. */
  notices: string[];
  stop(): Promise<void>;
  /** Stops it and deletes its data, wherever that is: for demos and tests. */
  remove(): Promise<void>;
};

/**
 * Runs Meilisearch on loopback, on data in the archive's folder, started again when it dies. Data that it refuses, because
 * another version made them or because they are damaged, are moved aside: search is derived, and is filled anew.
 * @param isArchive it is the archive's own; a command's gives way to that.
 * @throws AppError `start_failed` with its last words; nothing is left running.
 */
export async function startSearchServer(program: MeiliProgram, isArchive = true): Promise<SearchServer> {
  const masterKey = await readOrMakeSecret(MEILI_MASTER_KEY);
  const identity = await serverIdentity();
  const { folder, path } = await reachablePlaces(program.path, identity);
  const data = join(folder, "data.ms");
  const notices: string[] = [];
  const setAside = async (reason: string) => {
    const aside = `${data}.aside`;
    await rm(aside, { recursive: true, force: true });
    await rename(data, aside);
    notices.push(
      `Meilisearch's data were moved to ${aside} (${reason}); the index is filled anew. They can be deleted.`,
    );
  };
  const made = await readFile(join(data, "VERSION"), "utf8").catch(() => "");
  if (made && program.version && made.trim() !== program.version.text) {
    await setAside(`version ${made.trim()} made them, and ${program.version.text} does not read them`);
  }
  const start = () => startOn(path, { folder, identity: identity ?? null, isArchive });
  const server = await start().catch(async (thrown) => {
    if (!(await exists(data))) throw thrown;
    await setAside("it did not start with them");
    return start();
  });
  return {
    ...server,
    masterKey,
    notices,
    remove: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
      if (folder.startsWith(SYSTEM_FOLDER)) await rm(`${dataPath("meilisearch")}.location`, { force: true });
    },
  };
}

/** A server that runs on this archive's data already. @returns undefined when there is none that answers. */
export async function findSearchServer(): Promise<{ url: string; masterKey: string } | undefined> {
  const note = await readFile(noteFile(), "utf8").then(
    (text) => JSON.parse(text) as { url?: unknown },
    () => undefined,
  );
  if (typeof note?.url !== "string" || !(await answers(note.url))) return undefined;
  return { url: note.url, masterKey: await readOrMakeSecret(MEILI_MASTER_KEY) };
}

const noteFile = () => dataPath("meilisearch.json");

async function startOn(path: string, place: Pick<HeldProgram, "folder" | "identity" | "isArchive">) {
  const { folder, identity } = place;
  await giveTo(folder, identity ?? undefined);
  const address = `127.0.0.1:${await freePort(FIRST_PORT)}`;
  const url = `http://${address}`;
  const held: HeldProgram = {
    path,
    args: ["--db-path", join(folder, "data.ms"), "--http-addr", address, ...SERVER_OPTIONS],
    url,
    ...place,
    secretFile: dataPath(MEILI_MASTER_KEY),
    secretName: "MEILI_MASTER_KEY",
    noteFile: noteFile(),
  };
  const holder = projectPath("lib", "cli", "run", "hold-program.ts");
  const child = new SupervisedProcess({ name: "meilisearch", args: [holder, JSON.stringify(held)], env: {} });
  await child.start();
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!(await answers(url))) {
    if (child.failedStarts >= FAILED_STARTS_MAX || Date.now() > deadline) {
      await child.stop();
      throw new AppError("start_failed", `Meilisearch did not start. Its last words:\n${child.lastLines}`);
    }
    await sleep(100);
  }
  return { url, stop: () => child.stop() };
}

/**
 * Folder and program that the server's user can walk to; else both live under /var/lib/daleel, as PostgreSQL's do
 * (lib/adapters/postgres/embedded-postgres.ts).
 */
async function reachablePlaces(program: string, identity: Identity): Promise<{ folder: string; path: string }> {
  const wanted = dataPath("meilisearch");
  await mkdir(dirname(wanted), { recursive: true });
  const isOwn = !identity || (await isReachable(dirname(wanted)));
  const key = createHash("sha256").update(wanted).digest("hex").slice(0, 12);
  const folder = isOwn ? wanted : join(SYSTEM_FOLDER, key, "meilisearch");
  // Only the last folder is closed to others: the server has to walk through those before it.
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!isOwn) {
    await chmod(SYSTEM_FOLDER, 0o755);
    // Tells whoever cleans up the project's folder where the data really are.
    await writeFile(`${wanted}.location`, `${folder}\n`);
  }
  return { folder, path: identity ? await reachableProgram(program) : program };
}

async function reachableProgram(program: string): Promise<string> {
  if (await isReachable(dirname(program))) return program;
  const { size, mtimeMs } = await stat(program);
  const key = createHash("sha256").update(`${program} ${size} ${mtimeMs}`).digest("hex").slice(0, 12);
  const copy = join(SYSTEM_FOLDER, `program-${key}`, basename(program));
  if (await exists(copy)) return copy;
  await mkdir(dirname(copy), { recursive: true });
  await chmod(SYSTEM_FOLDER, 0o755);
  await copyFile(program, `${copy}.part`);
  await chmod(`${copy}.part`, 0o755);
  await rename(`${copy}.part`, copy);
  return copy;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

function answers(url: string): Promise<boolean> {
  return fetch(`${url}/health`, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  );
}
