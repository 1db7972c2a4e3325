import type { ReplayResult } from "#lib/core/replay/compare-replay";
import type { Db, Tx } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";

/** What a check looked for, with what, and what it found. */
export type ReplayDetails = {
  /** The browser's version. */
  browser: string;
  /** `ReplayWeb.page 2.5.3` */
  viewer: string;
  /** How many pieces of the capture's text were looked for. */
  expected: number;
  /** Beginnings of the pieces. */
  found: string[];
  missing: string[];
  /** What the viewer said when nothing came up. */
  problem: string | null;
};

/** What a check of one capture's recording needs to know; null when there is no such capture or it has no recording. */
export async function findRecording(db: Db, captureId: string) {
  const capture = await db.capture.findUnique({
    where: { id: captureId },
    select: {
      id: true,
      outcome: true,
      title: true,
      text: true,
      source: { select: { kind: true } },
      artifacts: { where: { role: { in: ["wacz", "post_json"] } }, select: { role: true, sha256: true } },
      _count: { select: { replayChecks: true } },
    },
  });
  const wacz = capture?.artifacts.find(({ role }) => role === "wacz");
  return capture && wacz ? { ...capture, waczSha256: wacz.sha256, isChecked: capture._count.replayChecks > 0 } : null;
}

export type RecordingRow = NonNullable<Awaited<ReturnType<typeof findRecording>>>;

/** Writes a finished check with its custody line, in the caller's transaction. */
export async function recordReplayCheck(
  tx: Tx,
  check: { captureId: string; waczSha256: string; result: ReplayResult; details: ReplayDetails; at: Date },
): Promise<void> {
  const { captureId, waczSha256, result, details, at } = check;
  await tx.replayCheck.create({ data: { captureId, at, result, details } });
  const { browser, viewer, expected, found } = details;
  await appendCustodyEvent(tx, {
    actor: null,
    action: "capture.replay_checked",
    subjectType: "capture",
    subjectId: captureId,
    details: { result, waczSha256, browser, viewer, expected, found: found.length },
  });
}

/** The newest check of each capture, and which of them have a recording at all. */
export async function listReplayStates(db: Db, captureIds: readonly string[]) {
  return db.capture.findMany({
    where: { id: { in: [...captureIds] } },
    select: {
      id: true,
      artifacts: { where: { role: "wacz" }, select: { id: true } },
      replayChecks: { orderBy: { at: "desc" }, take: 1 },
    },
  });
}
