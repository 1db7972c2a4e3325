import { parentPort } from "node:worker_threads";
import { withoutBoilerplate } from "#lib/core/duplicates/body";
import { unitsOf } from "#lib/core/duplicates/grams";
import { BANDS, Sketcher } from "#lib/core/duplicates/sketch";
import { foldPair } from "#lib/core/text/fold";

/** Folds and sketches every text, as for a new post; the texts are here before the clock starts. */
export function foldAndSketch(texts: readonly string[]): number {
  const sketcher = new Sketcher();
  const bands = new Int32Array(BANDS);
  let sketched = 0;
  for (const text of texts) {
    const body = withoutBoilerplate(foldPair(text).own);
    if (sketcher.write(unitsOf(body), 0, body.length, bands, 0)) sketched++;
  }
  return sketched;
}

let texts: string[] = [];
parentPort?.on("message", (message: { texts: string[] } | "go") => {
  if (message === "go") parentPort?.postMessage(foldAndSketch(texts));
  else {
    // Strings that came in pieces are made whole here, not while the clock runs.
    texts = JSON.parse(JSON.stringify(message.texts));
    parentPort?.postMessage("ready");
  }
});
