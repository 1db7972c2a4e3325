import type { Classification, Signal } from "#lib/core/captures/types";

/**
 * "Deleted" needs two independent signals at two times. The first look brings the signals, this brings the times.
 * @param first a look that said `deleted`.
 * @param second a later look at the same address; null when there was none (no time left, it failed).
 * @param pauseMs between the looks, for the record.
 * @returns `deleted` when both looks say so; the second look when it holds something else to believe; else `unavailable`.
 */
export function settleDeletion(first: Classification, second: Classification | null, pauseMs: number): Classification {
  const pause: Signal = { signal: "looks_apart_ms", value: String(pauseMs) };
  if (second === null) {
    return { outcome: "unavailable", signals: [...first.signals, { signal: "second_look", value: "none" }] };
  }
  const again: Signal = { signal: "second_look", value: second.outcome };
  const signals = [...first.signals, again, pause, ...second.signals];
  if (second.outcome === "deleted") return { outcome: "deleted", signals };
  // A page that holds content after all was never deleted; anything else leaves the question open.
  const isBack = second.outcome === "content" || second.outcome === "partial";
  return { outcome: isBack ? second.outcome : "unavailable", signals };
}
