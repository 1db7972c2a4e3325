import { setTimeout as sleep } from "node:timers/promises";
import {
  type EnqueuedTask,
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  type Task,
} from "meilisearch";
import { AppError } from "#lib/errors";

/** Somebody waits for a search; a batch of documents may take its time on the way. */
const SEARCH_TIMEOUT_MS = 5_000;
const WRITE_TIMEOUT_MS = 30_000;
/** How long a task may wait for its turn and be worked on. */
const TASK_TIMEOUT_MS = 60_000;
/**
 * A packed answer comes in several small pieces, and the last one waits for the acknowledgement of the one before: 44 ms
 * of nothing for every answer of more than some kilobytes (Nagle's algorithm there, delayed acknowledgement here).
 */
const UNPACKED = { "Accept-Encoding": "identity" };
const FIRST_LOOK_MS = 10;
const LONGEST_LOOK_MS = 1_000;

/** Not the fault of what was asked: the key, the server's room and health, or that there is no index yet. */
const NOT_NOW: ReadonlySet<string> = new Set([
  "index_not_found",
  "invalid_api_key",
  "missing_authorization_header",
  "missing_master_key",
  "no_space_left_on_device",
  "database_size_limit_reached",
  "io_error",
  "too_many_open_files",
]);

export type MeiliConnection = {
  url: string;
  /** The index; a rebuild fills `<uid>_building` beside it. */
  uid: string;
  /** For questions that somebody waits for. */
  search: Meilisearch;
  /** For everything else. */
  write: Meilisearch;
};

export type MeiliTimeouts = { searchTimeoutMs?: number; writeTimeoutMs?: number };

/** @param key may be the master key or any other; what it may not do is said by the server when it is asked. */
export function connect(url: string, key: string, uid: string, timeouts: MeiliTimeouts = {}): MeiliConnection {
  const open = (timeout: number) =>
    new Meilisearch({ host: url, apiKey: key, timeout, clientAgents: ["Daleel"], requestInit: { headers: UNPACKED } });
  return {
    url,
    uid,
    search: open(timeouts.searchTimeoutMs ?? SEARCH_TIMEOUT_MS),
    write: open(timeouts.writeTimeoutMs ?? WRITE_TIMEOUT_MS),
  };
}

/**
 * One question to the server.
 * @throws AppError `search_down` when it does not answer or cannot now; `internal`, with the server's own sentence, when
 *   it refuses what was asked. `details.reason` is the server's code.
 */
export async function ask<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (thrown) {
    throw toProblem(thrown);
  }
}

/**
 * Waits until a task is done.
 * @throws AppError `search_down` when it takes too long or failed for a reason of the server's; `internal` with the
 *   task's own sentence when it failed because of what it was given.
 */
export async function finish(client: Meilisearch, enqueued: () => Promise<EnqueuedTask>): Promise<Task> {
  return untilDone(client, (await ask(enqueued)).taskUid, TASK_TIMEOUT_MS);
}

/** The same for a task that was handed in before. */
export async function untilDone(client: Meilisearch, taskUid: number, timeoutMs: number): Promise<Task> {
  const deadline = performance.now() + timeoutMs;
  for (let pauseMs = FIRST_LOOK_MS; ; pauseMs = Math.min(pauseMs * 1.5, LONGEST_LOOK_MS)) {
    const task = await ask(() => client.tasks.getTask(taskUid));
    if (task.status === "succeeded") return task;
    if (task.status === "failed") throw taskProblem(task);
    if (task.status === "canceled") throw new AppError("search_down", `Meilisearch's task ${taskUid} was canceled`);
    if (performance.now() > deadline) {
      const message = `Meilisearch is behind: task ${taskUid} is still ${task.status} after ${timeoutMs / 1000} s`;
      throw new AppError("search_down", message);
    }
    await sleep(pauseMs);
  }
}

/** Whether a problem is that there is no such index. */
export function isMissing(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.details.reason === "index_not_found";
}

function taskProblem(task: Task): AppError {
  const { code = "internal", message = "no reason given" } = task.error ?? {};
  const words = `Meilisearch could not do task ${task.uid}: ${message}`;
  return new AppError(NOT_NOW.has(code) ? "search_down" : "internal", words, { reason: code });
}

function toProblem(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof MeilisearchApiError) {
    const { status } = thrown.response;
    const reason = thrown.cause?.code ?? `http_${status}`;
    const message = `Meilisearch: ${thrown.cause?.message ?? `status ${status}`}`;
    const isNotNow = status >= 500 || thrown.cause === undefined || NOT_NOW.has(reason);
    return new AppError(isNotNow ? "search_down" : "internal", message, { reason }, { cause: thrown });
  }
  if (thrown instanceof MeilisearchRequestError) {
    const why = thrown.cause instanceof MeilisearchRequestTimeOutError ? "no answer in time" : reasonOf(thrown.cause);
    return new AppError(
      "search_down",
      `Meilisearch cannot be reached: ${why}`,
      { reason: "no_answer" },
      { cause: thrown },
    );
  }
  // What answers is no Meilisearch: its answer cannot be read.
  const message = `What answers in the place of Meilisearch is something else: ${reasonOf(thrown)}`;
  return new AppError("search_down", message, { reason: "not_meilisearch" }, { cause: thrown });
}

/** fetch hides why behind "fetch failed". */
function reasonOf(thrown: unknown): string {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  if (code) return code;
  return thrown instanceof Error ? thrown.message : String(thrown);
}
