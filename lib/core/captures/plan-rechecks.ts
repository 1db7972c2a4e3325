/** One planned look: its name (`1h`, `30d`) and how long after the capture it is due. */
export type RecheckStep = { step: string; afterMs: number };

/** The looks that follow a capture asked for by a person. @param capturedAt when that capture was finished. */
export function planRechecks(steps: readonly RecheckStep[], capturedAt: Date): { step: string; dueAt: Date }[] {
  return steps.map(({ step, afterMs }) => ({ step, dueAt: new Date(capturedAt.getTime() + afterMs) }));
}

/**
 * What becomes of the looks of one source that are due. One look says as much as three at the same moment, so an
 * archive that was off for a week looks once.
 * @param due at least one, in any order.
 * @returns `keep` stands for all and bears their names, earliest first (`1h,1d`); `drop` are the others.
 */
export function mergeDueLooks<Look extends { step: string; dueAt: Date }>(
  due: readonly Look[],
): { keep: Look; step: string; drop: Look[] } | undefined {
  const ordered = due.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  const keep = ordered.at(-1);
  return keep && { keep, step: ordered.map(({ step }) => step).join(","), drop: ordered.slice(0, -1) };
}
