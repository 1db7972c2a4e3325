import { parentPort } from "node:worker_threads";
import {
  assignRange,
  type Choice,
  choosePivots,
  type Families,
  markNear,
  type Range,
  sketchRange,
} from "#lib/core/duplicates/build-families";

/** One step of a rebuild over memory that all threads share. */
export type FamilyTask = {
  choice: Choice;
  families: Families;
  range: Range;
  step: "sketch" | "mark" | "choose" | "assign";
};

parentPort?.on("message", (task: FamilyTask) => {
  run(task);
  parentPort?.postMessage("done");
});

function run({ choice, families, range, step }: FamilyTask): void {
  if (step === "sketch") sketchRange(choice.corpus, range, choice.bands, choice.isShort);
  else if (step === "mark") markNear(choice, range);
  else if (step === "choose") choosePivots(choice, range);
  else assignRange(choice, range, families);
}
