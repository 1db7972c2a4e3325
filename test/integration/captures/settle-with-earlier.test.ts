import { expect, test } from "vitest";
import { type DeletionKind, deletionSignal } from "#lib/core/captures/settle-across-captures";
import type { Outcome, Signal } from "#lib/core/captures/types";
import { db } from "#lib/data/client";
import { settleWithEarlier } from "#lib/services/captures/settle-with-earlier";
import { buildCapture } from "#test/builders/capture";

const HOUR_MS = 3_600_000;
const NOW = new Date("2026-11-23T12:00:00Z");

/** A source with one capture an hour ago that held these signs of a deletion. */
async function sourceWith(outcome: Outcome, signals: Signal[]): Promise<{ sourceId: string; captureId: string }> {
  const finishedAt = new Date(NOW.getTime() - HOUR_MS);
  const { id } = await buildCapture({ outcome, finishedAt, signals });
  const { sourceId } = await db().capture.findUniqueOrThrow({ where: { id } });
  return { sourceId, captureId: id };
}

const look = (outcome: Outcome, ...kinds: DeletionKind[]) => ({ outcome, signals: kinds.map(deletionSignal) });

test("a capture an hour ago held the first sign, this one holds the second: deleted, with the first one named", async () => {
  const { sourceId, captureId } = await sourceWith("unavailable", [deletionSignal("platform_word")]);
  const settled = await settleWithEarlier(sourceId, look("not_found", "gone_status"), NOW);
  expect(settled.outcome).toBe("deleted");
  expect(settled.signals).toContainEqual({ signal: "earlier_capture", value: captureId });
});

test("captures of other sources say nothing about this one", async () => {
  await sourceWith("unavailable", [deletionSignal("platform_word")]);
  const other = await sourceWith("unavailable", []);
  const settled = await settleWithEarlier(other.sourceId, look("not_found", "gone_status"), NOW);
  expect(settled.outcome).toBe("not_found");
});
