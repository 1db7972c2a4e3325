import type { RecognisedSource } from "#lib/core/captures/types";

/** Why a whole submission is refused; anything smaller is a problem of one line. */
export type SubmissionProblem =
  | "empty"
  | "too_many_lines"
  | "too_long"
  | "reason_too_long"
  | "case_unknown"
  | "way_unavailable"
  | "cost_not_agreed";

/** A line after recognition. */
export type ReadLine<Problem extends string> = { lineNumber: number; input: string } & (
  | { ok: true; source: RecognisedSource }
  | { ok: false; problem: Problem }
);

/** What the archive knows of a source already. */
export type KnownSource = { captureId: string | null; pendingRequestId: string | null };

export type PlannedLine<Problem extends string> = { lineNumber: number; input: string } & (
  | { state: "rejected"; problem: Problem }
  | { state: "accepted"; canonicalUrl: string }
  | { state: "duplicate"; canonicalUrl: string; captureId: string | null; pendingRequestId: string | null }
);

/**
 * Decides what becomes of each line: the first line of a source that the archive does not know is accepted,
 * every other line of it is a duplicate.
 * @param known by canonical URL; sources without a capture and without a waiting request may be left out.
 */
export function planSubmission<Problem extends string>(
  lines: readonly ReadLine<Problem>[],
  known: ReadonlyMap<string, KnownSource>,
): PlannedLine<Problem>[] {
  const taken = new Set<string>();
  return lines.map(({ lineNumber, input, ...line }) => {
    if (!line.ok) return { lineNumber, input, state: "rejected", problem: line.problem };
    const { canonicalUrl } = line.source;
    const { captureId = null, pendingRequestId = null } = known.get(canonicalUrl) ?? {};
    if (captureId || pendingRequestId || taken.has(canonicalUrl)) {
      return { lineNumber, input, state: "duplicate", canonicalUrl, captureId, pendingRequestId };
    }
    taken.add(canonicalUrl);
    return { lineNumber, input, state: "accepted", canonicalUrl };
  });
}
