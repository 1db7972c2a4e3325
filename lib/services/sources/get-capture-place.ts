import type { ChangeKind } from "#lib/core/captures/compare-captures";
import { db } from "#lib/data/client";
import { findCapturePlace, findNeighbours } from "#lib/data/source-timelines";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";

/** A neighbour in time, with what the later of the two captures showed to be different. */
export type Neighbour = { id: string; finishedAt: string; changes: ChangeKind[] };

export type CapturePlace = { sourceId: string; total: number; before: Neighbour | null; after: Neighbour | null };

/**
 * Where a capture stands among those of its source.
 * @throws AppError `not_found`; `not_allowed`.
 */
export async function getCapturePlace(actor: Actor, captureId: string): Promise<CapturePlace> {
  assertMay(actor, "captures.read");
  const capture = isUuid(captureId) ? await findCapturePlace(db(), captureId) : null;
  if (!capture) throw new AppError("not_found", `No capture ${captureId}`);
  const { before, after } = await findNeighbours(db(), capture);
  const changesSince = (from: string | undefined) =>
    capture.changesTo.find((change) => change.fromCaptureId === from)?.kinds ?? [];
  const changesUntil = (to: string | undefined) =>
    capture.changesFrom.find((change) => change.toCaptureId === to)?.kinds ?? [];
  return {
    sourceId: capture.sourceId,
    total: capture.source._count.captures,
    before: before && toNeighbour(before, changesSince(before.id)),
    after: after && toNeighbour(after, changesUntil(after.id)),
  };
}

function toNeighbour(row: { id: string; finishedAt: Date }, changes: string[]): Neighbour {
  // A column that only recordChanges writes.
  return { id: row.id, finishedAt: row.finishedAt.toISOString(), changes: changes as ChangeKind[] };
}
