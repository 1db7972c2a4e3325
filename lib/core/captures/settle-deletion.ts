import { signal } from "#lib/core/captures/signal-names";
import type { Classification, Signal } from "#lib/core/captures/types";

/**
 * "Deleted" needs two independent signals at two times. The first look brings the signals, this brings the times.
 * @param first a look that said `deleted`; the capture's files are of this one.
 * @param second a later look at the same address; null when there was none (it failed).
 * @param pauseMs between the looks, for the record.
 * @returns `deleted` when both looks say so, else `unavailable`: also when the post is back, because the files of this
 *   capture hold a notice and no post.
 */
export function settleDeletion(first: Classification, second: Classification | null, pauseMs: number): Classification {
  const again: Signal[] = [signal("second_look", second?.outcome ?? "none"), signal("second_look_after_ms", pauseMs)];
  const outcome = second?.outcome === "deleted" ? "deleted" : "unavailable";
  return { outcome, signals: [...first.signals, ...again, ...(second?.signals ?? [])] };
}
