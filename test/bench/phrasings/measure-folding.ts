import { once } from "node:events";
import { Worker } from "node:worker_threads";

const ROUNDS = 5;

/** Posts folded and sketched per second on so many threads: the best of some rounds, after one to warm up. */
export async function measureFolding(texts: readonly string[], threads: number): Promise<number> {
  const share = Math.ceil(texts.length / threads);
  const workers = Array.from({ length: threads }, () => new Worker(new URL("./fold-thread.ts", import.meta.url)));
  try {
    for (const [i, worker] of workers.entries()) {
      worker.postMessage({ texts: texts.slice(i * share, (i + 1) * share) });
      await once(worker, "message");
    }
    let best = 0;
    for (let round = 0; round <= ROUNDS; round++) {
      const startedAt = performance.now();
      await Promise.all(
        workers.map((worker) => {
          worker.postMessage("go");
          return once(worker, "message");
        }),
      );
      const perSecond = (texts.length / (performance.now() - startedAt)) * 1000;
      if (round > 0) best = Math.max(best, perSecond);
    }
    return best;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
