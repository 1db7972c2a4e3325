import { Worker } from "node:worker_threads";
import type { Apart, Families, PivotIndex } from "#lib/core/duplicates/build-families";
import { type Corpus, corpusSize } from "#lib/core/duplicates/corpus";
import { BANDS } from "#lib/core/duplicates/sketch";
import type { FamilyTask } from "#lib/services/phrasings/family-thread";

const THREADS = 2;
/** Pieces that threads take one after the other, so that none waits long for the other. */
const PIECE = 16_384;

export type FamilyStep = "sketch" | "choose" | "assign";

/**
 * `buildFamilies` (lib/core/duplicates/build-families.ts) on several threads, which leaves the caller's thread free.
 * The result is the same whatever their number.
 * @param corpus as `CorpusBuilder` packs it: in shared memory.
 * @param onProgress how many bodies of how many a step has done.
 * @param signal ends it; whatever it was in is thrown away.
 */
export async function buildFamiliesInThreads(
  corpus: Corpus,
  apart: Apart,
  options: {
    threads?: number;
    signal?: AbortSignal;
    onProgress?: (step: FamilyStep, done: number, total: number) => void;
  } = {},
): Promise<Families> {
  const { threads = THREADS, signal, onProgress } = options;
  const size = corpusSize(corpus);
  const shared = {
    corpus,
    apart: new Set(apart),
    bands: new Int32Array(new SharedArrayBuffer(size * BANDS * 4)),
    isShort: new Uint8Array(new SharedArrayBuffer(size)),
  };
  const families = {
    pivotOf: new Int32Array(new SharedArrayBuffer(size * 4)),
    nearness: new Float32Array(new SharedArrayBuffer(size * 4)),
  };
  const pool = new ThreadPool(threads);
  try {
    const inPieces = async (step: FamilyStep, taskOf: (from: number, to: number) => FamilyTask) => {
      let done = 0;
      await pool.runAll(pieces(size), async (thread, [from, to]) => {
        signal?.throwIfAborted();
        await thread.run(taskOf(from, to));
        done += to - from;
        onProgress?.(step, done, size);
      });
    };
    await inPieces("sketch", (from, to) => ({ ...shared, step: "sketch", from, to }));
    signal?.throwIfAborted();
    const pivots = (await pool.first.run({ ...shared, step: "choose" })) as { isPivot: Uint8Array; index: PivotIndex };
    onProgress?.("choose", size, size);
    await inPieces("assign", (from, to) => ({ ...shared, step: "assign", from, to, pivots, families }));
    return families;
  } finally {
    await pool.close();
  }
}

function pieces(size: number): [number, number][] {
  const count = Math.ceil(size / PIECE);
  return Array.from({ length: count }, (_, i) => [i * PIECE, Math.min(size, (i + 1) * PIECE)]);
}

class Thread {
  readonly #worker = new Worker(new URL("./family-thread.ts", import.meta.url));

  run(task: FamilyTask): Promise<unknown> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        worker.off("message", onMessage).off("error", onError).off("exit", onExit);
        settle();
      };
      const onMessage = (result: unknown) => done(() => resolve(result));
      const onError = (error: Error) => done(() => reject(error));
      const onExit = (code: number) => done(() => reject(new Error(`A thread of the rebuild ended (exit ${code})`)));
      worker.on("message", onMessage).on("error", onError).on("exit", onExit);
      worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

class ThreadPool {
  readonly #threads: Thread[];
  readonly first: Thread;

  constructor(count: number) {
    this.first = new Thread();
    this.#threads = [this.first, ...Array.from({ length: count - 1 }, () => new Thread())];
  }

  /** Every thread takes the next piece when it is done with one. */
  async runAll<T>(tasks: readonly T[], work: (thread: Thread, task: T) => Promise<void>): Promise<void> {
    const waiting = tasks.values();
    await Promise.all(
      this.#threads.map(async (thread) => {
        for (const task of waiting) await work(thread, task);
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}
