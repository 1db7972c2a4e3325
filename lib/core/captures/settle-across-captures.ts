import { signal } from "#lib/core/captures/signal-names";
import { type Classification, holdsContent, type Outcome, type Signal } from "#lib/core/captures/types";

/**
 * Ways in which a platform can let on that something is gone. None follows from another:
 * - `platform_word`: it says itself that this was deleted;
 * - `gone_status`: the page's own status is 404 or 410;
 * - `unknown_to_api`: its interface answers that there is no such id;
 * - `no_such_page`: it shows its notice for addresses that lead nowhere.
 */
export type DeletionKind = "platform_word" | "gone_status" | "unknown_to_api" | "no_such_page";

/** The fact as classifiers note it, so that a later capture can lean on it. */
export function deletionSignal(kind: DeletionKind): Signal {
  return signal("deletion_signal", kind);
}

/** A capture of the same source as it is stored. */
export type EarlierLook = { captureId: string; outcome: Outcome; signals: readonly Signal[]; finishedAt: Date };

/** Captures closer together than this are one time: a fault at the site may last minutes. */
export const APART_MS = 10 * 60_000;

const OPEN_OUTCOMES: ReadonlySet<Outcome> = new Set(["unavailable", "not_found"]);
/** A wall or a block that happens to have status 404 says nothing about the source. */
const TELLING_OUTCOMES: ReadonlySet<Outcome> = new Set([...OPEN_OUTCOMES, "deleted"]);

/**
 * "Deleted" across captures: two independent signals at two times, the first of them in an earlier capture.
 * One of the two must be the platform's own word: a missing page alone may have many reasons.
 * @param current what the new capture found; only `unavailable` and `not_found` are ever changed.
 * @param earlier captures of the same source, in any order. One that held the content clears all before it.
 * @param at when the new capture looked.
 * @returns `deleted` with the earlier capture named in the signals, else `current` as it is.
 */
export function settleAcrossCaptures(
  current: Classification,
  earlier: readonly EarlierLook[],
  at: Date,
): Classification {
  const now = kindsOf(current.signals);
  if (!OPEN_OUTCOMES.has(current.outcome) || now.size === 0) return current;
  for (const look of earlier.toSorted((a, b) => b.finishedAt.getTime() - a.finishedAt.getTime())) {
    if (holdsContent(look.outcome)) break;
    if (!TELLING_OUTCOMES.has(look.outcome) || at.getTime() - look.finishedAt.getTime() < APART_MS) continue;
    const before = [...kindsOf(look.signals)].find((kind) => isPair(kind, now));
    if (before === undefined) continue;
    return {
      outcome: "deleted",
      signals: [
        ...current.signals,
        signal("earlier_signal", before),
        signal("earlier_seen_at", look.finishedAt.toISOString()),
        signal("earlier_capture", look.captureId),
      ],
    };
  }
  return current;
}

function kindsOf(signals: readonly Signal[]): Set<string> {
  return new Set(signals.filter((one) => one.signal === "deletion_signal").map((one) => one.value));
}

/** Two different kinds, one of them the platform's word. */
function isPair(before: string, now: ReadonlySet<string>): boolean {
  if (before === "platform_word") return [...now].some((kind) => kind !== "platform_word");
  return now.has("platform_word");
}
