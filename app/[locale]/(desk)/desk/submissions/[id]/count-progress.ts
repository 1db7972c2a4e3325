import { holdsContent } from "#lib/core/captures/types";
import type { LineProgress } from "#lib/services/submissions/get-submission-progress";

export type Counts = { all: number; done: number; captured: number; without: number; known: number; rejected: number };

/** Nothing will happen to this line any more by itself. */
export function isDone({ request }: LineProgress): boolean {
  return request?.state !== "queued" && request?.state !== "running";
}

/** Lines that mean the same as an earlier one: the number of that, by the line's id. */
export function findRepeats(lines: readonly LineProgress[]): Map<string, number> {
  const first = new Map<string, number>();
  const repeats = new Map<string, number>();
  for (const { id, lineNumber, source } of lines) {
    if (!source) continue;
    const earlier = first.get(source.id);
    if (earlier === undefined) first.set(source.id, lineNumber);
    else repeats.set(id, earlier);
  }
  return repeats;
}

/** How many lines of a submission ended how; lines that repeat another are only done or not. */
export function countProgress(lines: readonly LineProgress[]): Counts {
  const counts = { all: lines.length, done: 0, captured: 0, without: 0, known: 0, rejected: 0 };
  const repeats = findRepeats(lines);
  for (const line of lines) {
    if (isDone(line)) counts.done++;
    if (repeats.has(line.id)) continue;
    if (line.state === "rejected") counts.rejected++;
    else if (line.capture && holdsContent(line.capture.outcome)) counts.captured++;
    else if (line.capture || line.request?.state === "failed") counts.without++;
    else if (line.state === "duplicate" && !line.request) counts.known++;
  }
  return counts;
}
