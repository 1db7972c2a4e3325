import { freePort } from "#lib/adapters/net/free-port";
import { buildWeb, isWebBuilt } from "#lib/cli/run/build-web";
import { SupervisedProcess } from "#lib/cli/run/child-process";
import { keepDatabaseUp } from "#lib/cli/run/keep-database-up";
import { type OpenDatabase, openDatabase } from "#lib/cli/run/open-database";
import { type OpenSearch, openSearch } from "#lib/cli/run/open-search";
import type { Progress } from "#lib/cli/run/progress";
import { takeRunLock } from "#lib/cli/run/run-lock";
import { readOrMakeSecret, SESSION_SECRET } from "#lib/cli/run/secrets";
import { env, setEnv } from "#lib/env";
import { AppError } from "#lib/errors";
import { projectPath } from "#lib/paths";
import { closeConnections } from "#lib/services/system/close-connections";

const READY_TIMEOUT_MS = 90_000;
/** The first end of a program may be bad luck (a port taken that moment). */
const FAILED_STARTS_MAX = 2;

type Options = { settings?: Record<string, string>; interruption?: AbortSignal };

export type System = {
  origin: string;
  /** The worker's process number now; it changes when the worker is started again. */
  workerPid(): number | undefined;
  /** Ends everything that `startSystem` started, in order. */
  stop(options?: { removeData?: boolean }): Promise<void>;
};

/**
 * Database, search, web server and worker, started in order and supervised together. The settings they share are put into
 * this process's environment too, so services can be called from it.
 *
 * @param options.settings additions to the environment (the demo's allow list, …).
 * @param options.interruption gives the start up between two steps, and in the long ones.
 * @throws AppError `start_failed`, `database_down` or `bad_settings`, each with a sentence; nothing is left running.
 * @throws Interrupted
 */
export async function startSystem(progress: Progress, options: Options = {}): Promise<System> {
  const { settings = {}, interruption = new AbortController().signal } = options;
  const lock = await takeRunLock();
  const started: { stop(): Promise<void> }[] = [];
  let database: OpenDatabase | undefined;
  let search: OpenSearch | undefined;
  const stop = async ({ removeData = false } = {}) => {
    for (const part of started.splice(0).reverse()) await part.stop();
    await closeConnections();
    await (removeData ? search?.remove() : search?.stop());
    await (removeData ? database?.remove() : database?.stop());
    await lock.release();
  };
  try {
    database = await progress.step("database", "Starting the database", () => openDatabase(env().DATABASE_URL));
    started.push(keepDatabaseUp(database));
    interruption.throwIfAborted();
    search = await openSearch(progress);
    for (const notice of search.notices) process.stdout.write(`  ${notice}\n`);
    interruption.throwIfAborted();
    const shared = await sharedSettings(database.url, settings);
    setEnv({ ...shared, ...search.worker });
    if (!(await isWebBuilt())) {
      await progress.step("build", "Building the web pages (once per version)", () => buildWeb(interruption));
    }

    const web = new SupervisedProcess(webOptions({ ...shared, ...search.web }));
    const worker = new SupervisedProcess(workerOptions({ ...shared, ...search.worker }));
    let isWorkerReady = false;
    worker.onLine = (line) => {
      isWorkerReady ||= line.includes("worker ready");
    };
    // Both at once: the worker's browser test takes longest, and the web server does not need it.
    started.push(web, worker);
    await Promise.all([web.start(), worker.start()]);
    const health = `http://${loopbackOf(env().HOST)}:${shared.PORT}/api/health`;
    await progress.step("web", "Starting the web server", () =>
      waitUntil(() => answers(health), web, "The web server", interruption),
    );
    await progress.step("worker", "Starting the capture worker (it tests its browser first)", () =>
      waitUntil(async () => isWorkerReady, worker, "The capture worker", interruption),
    );
    await lock.announce(shared.APP_ORIGIN);
    return { origin: shared.APP_ORIGIN, workerPid: () => worker.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What web, worker and this process must agree on. */
async function sharedSettings(databaseUrl: string, settings: Record<string, string>) {
  const wanted = env().PORT;
  const port = await freePort(wanted, env().HOST);
  if (port !== wanted) process.stdout.write(`  Port ${wanted} is taken, so the web server uses ${port}.\n`);
  const origin = (env().APP_ORIGIN ?? `http://localhost:${port}`).replace(/\/$/, "");
  return {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: env().NEXTAUTH_SECRET ?? (await readOrMakeSecret(SESSION_SECRET)),
    NEXTAUTH_URL: origin,
    APP_ORIGIN: origin,
    EVIDENCE_ORIGIN: env().EVIDENCE_ORIGIN ?? `http://evidence.localhost:${port}`,
    DALEEL_DATA_DIR: env().DALEEL_DATA_DIR,
    PORT: String(port),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    ...settings,
  };
}

function webOptions(shared: { PORT: string } & Record<string, string>) {
  const next = projectPath("node_modules", "next", "dist", "bin", "next");
  return { name: "web", args: [next, "start", "-p", shared.PORT, "-H", env().HOST], env: shared };
}

const workerOptions = (shared: Record<string, string>) => ({
  name: "worker",
  args: [projectPath("lib", "worker", "main.ts")],
  env: shared,
});

/** An address to reach a server on this machine that listens on `host`. */
function loopbackOf(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  return host === "::" ? "[::1]" : host;
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  );
}

async function waitUntil(
  test: () => Promise<boolean>,
  child: SupervisedProcess,
  what: string,
  interruption: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (!(await test())) {
    interruption.throwIfAborted();
    const isHopeless = child.failedStarts >= FAILED_STARTS_MAX;
    if (isHopeless || Date.now() > deadline) {
      const problem = isHopeless ? "stopped again and again" : `did not get ready in ${READY_TIMEOUT_MS / 1000} s`;
      throw new AppError("start_failed", `${what} ${problem}. Its last words:\n${child.lastLines}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
