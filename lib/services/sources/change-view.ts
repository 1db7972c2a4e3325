import type { ChangeDetails, ChangeKind } from "#lib/core/captures/compare-captures";
import type { ChangeView } from "#lib/core/captures/timeline-views";
import type { ChangeRow } from "#lib/data/source-timelines";
import { toCaptureLine } from "#lib/services/captures/capture-line";

/** A change's row as a DTO. */
export function toChangeView(row: ChangeRow): ChangeView {
  const { id, finishedAt, outcome, picture } = toCaptureLine(row.fromCapture);
  return {
    id: row.id,
    at: row.at.toISOString(),
    // Columns that only recordChanges writes.
    kinds: row.kinds as ChangeKind[],
    details: row.details as ChangeDetails,
    from: { captureId: id, at: finishedAt, outcome, picture },
    seenAt: row.seenAt?.toISOString() ?? null,
    seenBy: row.seenBy?.name ?? null,
  };
}
