import { holdsContent } from "#lib/core/captures/types";
import type { LineProgress } from "#lib/services/submissions/get-submission-progress";

export type Counts = { all: number; done: number; captured: number; without: number; known: number; rejected: number };

/** Nothing will happen to this line any more by itself. */
export function isDone({ request }: LineProgress): boolean {
  return request?.state !== "queued" && request?.state !== "running";
}

/** How many lines of a submission ended how. */
export function countProgress(lines: readonly LineProgress[]): Counts {
  const counts = { all: lines.length, done: 0, captured: 0, without: 0, known: 0, rejected: 0 };
  for (const line of lines) {
    if (isDone(line)) counts.done++;
    if (line.state === "rejected") counts.rejected++;
    else if (line.capture && holdsContent(line.capture.outcome)) counts.captured++;
    else if (line.capture || line.request?.state === "failed") counts.without++;
    else if (line.state === "duplicate" && !line.request) counts.known++;
  }
  return counts;
}
