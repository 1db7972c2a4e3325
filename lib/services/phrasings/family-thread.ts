import { parentPort } from "node:worker_threads";
import { assignRange, choosePivots, type PivotIndex, sketchRange } from "#lib/core/duplicates/build-families";
import type { Corpus } from "#lib/core/duplicates/corpus";

/** One step of a rebuild over memory that all threads share. */
export type FamilyTask = { corpus: Corpus; bands: Int32Array; isShort: Uint8Array; apart: Set<string> } & (
  | { step: "sketch"; from: number; to: number }
  | { step: "choose" }
  | {
      step: "assign";
      from: number;
      to: number;
      pivots: { isPivot: Uint8Array; index: PivotIndex };
      families: { pivotOf: Int32Array; nearness: Float32Array };
    }
);

parentPort?.on("message", (task: FamilyTask) => parentPort?.postMessage(run(task)));

function run(task: FamilyTask) {
  const { corpus, bands, isShort, apart } = task;
  if (task.step === "sketch") return sketchRange(corpus, task.from, task.to, bands, isShort);
  if (task.step === "choose") return choosePivots(corpus, bands, isShort, apart);
  return assignRange(corpus, bands, task.pivots, task, apart, task.families);
}
