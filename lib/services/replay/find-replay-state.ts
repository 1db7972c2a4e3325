import type { ReplayResult } from "#lib/core/replay/compare-replay";
import { db } from "#lib/data/client";
import { listReplayStates, type ReplayDetails } from "#lib/data/replay-checks";

/** What the `replay` proof mark of a capture says, and what it rests on. */
export type ReplayState = {
  /** `absent`: no recording; `pending`: not tried yet; `fails` also when only a part of the page came up. */
  state: "holds" | "pending" | "absent" | "fails";
  /** Null as long as nobody tried. */
  check: { result: ReplayResult; at: string; details: ReplayDetails } | null;
  /** The recording; null when there is none. */
  waczId: string | null;
};

const STATES = { replays: "holds", replays_partly: "fails", does_not_replay: "fails" } as const;

/** The state of each capture's recording by the newest check. Captures that are not there are not in the answer. */
export async function findReplayStates(captureIds: readonly string[]): Promise<Map<string, ReplayState>> {
  const states = new Map<string, ReplayState>();
  for (const { id, artifacts, replayChecks } of await listReplayStates(db(), captureIds)) {
    const waczId = artifacts[0]?.id ?? null;
    const newest = replayChecks[0];
    if (!waczId || !newest) {
      states.set(id, { state: waczId ? "pending" : "absent", check: null, waczId });
      continue;
    }
    const { result, at } = newest;
    // Only recordReplayCheck writes this column.
    const details = newest.details as ReplayDetails;
    states.set(id, { state: STATES[result], check: { result, at: at.toISOString(), details }, waczId });
  }
  return states;
}

/** The state of one capture's recording; `absent` for a capture that is not there. */
export async function findReplayState(captureId: string): Promise<ReplayState> {
  return (await findReplayStates([captureId])).get(captureId) ?? { state: "absent", check: null, waczId: null };
}
