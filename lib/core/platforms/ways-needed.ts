import type { CaptureWay, Outcome } from "#lib/core/captures/types";

/** Whether a capture found a request to sign in where somebody hoped for posts. */
export function waysNeeded({
  outcome,
  endedBy,
}: {
  way: CaptureWay;
  outcome: Outcome;
  endedBy: string | null;
}): boolean {
  return outcome === "login_wall" || endedBy === "wall";
}
