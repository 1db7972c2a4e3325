import type { EarlierLook } from "#lib/core/captures/settle-across-captures";
import type { Signal } from "#lib/core/captures/types";
import type { Db } from "#lib/data/client";

/** What captures of a source found before, newest first. */
export async function listEarlierLooks(db: Db, sourceId: string, take: number): Promise<EarlierLook[]> {
  const rows = await db.capture.findMany({
    where: { sourceId },
    orderBy: { finishedAt: "desc" },
    take,
    select: { id: true, outcome: true, signals: true, finishedAt: true },
  });
  // A JSON column that only recordCapture writes.
  return rows.map(({ id, signals, ...rest }) => ({ captureId: id, ...rest, signals: signals as Signal[] }));
}
