import { Worker } from "node:worker_threads";
import {
  type Apart,
  BLOCK,
  type Families,
  openChoice,
  type Range,
  rangesOf,
} from "#lib/core/duplicates/build-families";
import { type Corpus, corpusSize } from "#lib/core/duplicates/corpus";
import { BANDS } from "#lib/core/duplicates/sketch";
import type { FamilyTask } from "#lib/services/phrasings/family-thread";

const THREADS = 2;
/** Pieces that threads take one after the other, so that none waits long for the other. */
const PIECE = 8_192;

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
  const choice = openChoice({
    corpus,
    apart: new Set(apart),
    bands: new Int32Array(new SharedArrayBuffer(size * BANDS * 4)),
    isShort: new Uint8Array(new SharedArrayBuffer(size)),
  });
  const families = {
    pivotOf: new Int32Array(new SharedArrayBuffer(size * 4)),
    nearness: new Float32Array(new SharedArrayBuffer(size * 4)),
  };
  const pool = new ThreadPool(threads);
  const runAll = (step: FamilyTask["step"], ranges: readonly Range[], onDone: (range: Range) => void = () => {}) =>
    pool.runAll(ranges, async (thread, range) => {
      signal?.throwIfAborted();
      await thread.run({ choice, families, range, step });
      onDone(range);
    });
  const counter = (step: FamilyStep) => {
    let done = 0;
    return ({ from, to }: Range) => {
      done += to - from;
      onProgress?.(step, done, size);
    };
  };
  try {
    await runAll("sketch", rangesOf(size, PIECE), counter("sketch"));
    const onChosen = counter("choose");
    for (const block of rangesOf(size, BLOCK)) {
      await runAll("mark", rangesOf(block.to, PIECE, block.from));
      await runAll("choose", [block], onChosen);
    }
    await runAll("assign", rangesOf(size, PIECE), counter("assign"));
    return families;
  } finally {
    await pool.close();
  }
}

class Thread {
  readonly #worker = new Worker(new URL("./family-thread.ts", import.meta.url));

  run(task: FamilyTask): Promise<void> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        worker.off("message", onMessage).off("error", onError).off("exit", onExit);
        settle();
      };
      const onMessage = () => done(() => resolve());
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

  constructor(count: number) {
    this.#threads = Array.from({ length: count }, () => new Thread());
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
