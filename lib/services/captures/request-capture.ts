import { createCaptureRequests, findPendingRequests, promoteScheduledRequest } from "#lib/data/capture-requests";
import { db, type Tx } from "#lib/data/client";
import { findSource, lockSource } from "#lib/data/sources";
import { followRequest } from "#lib/data/submissions";
import { AppError } from "#lib/errors";
import { prepareQueue } from "#lib/jobs/queue";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";
import { parseInput } from "#lib/schemas/parse-input";
import { type ReadWayWish, type WayWish, wayWish } from "#lib/schemas/way-wish";
import { enqueueCapture } from "#lib/services/captures/enqueue-capture";
import { planWay, takesWish, wayRefused } from "#lib/services/platforms/plan-way";

/**
 * Captures a source again. While a request for it is waiting or running, that one is returned and nothing is added:
 * pressing twice makes one capture. A planned look that is waiting becomes this person's request and goes first.
 *
 * @param input.itemId a line of a submission that should show the progress.
 * @param input.way another way than a browser that nobody has signed in; a capture that waits keeps its own.
 * @throws AppError `not_found` when there is no such source, or the line is not of it; `not_allowed`; `bad_input` with
 *   the field `way` (`WayProblem`).
 */
export async function requestCapture(
  actor: Actor,
  input: { sourceId: string; itemId?: string | undefined; way?: WayWish | undefined },
): Promise<{ requestId: string; isNew: boolean }> {
  assertMay(actor, "sources.submit");
  const { sourceId, itemId } = input;
  if (!isUuid(sourceId) || (itemId !== undefined && !isUuid(itemId))) throw unknown(sourceId);
  const wish = parseInput(wayWish, input.way ?? { way: "browser" });
  await prepareQueue();
  return db().$transaction(async (tx) => {
    if (!(await lockSource(tx, sourceId))) throw unknown(sourceId);
    const pending = (await findPendingRequests(tx, [sourceId])).get(sourceId);
    const planned = pending ? undefined : await planFor(tx, sourceId, wish);
    const requestId = pending ?? (await createCaptureRequests(tx, [sourceId], actor.id, () => planned)).get(sourceId);
    if (!requestId) throw new AppError("internal", "The database returned no capture request");
    const isPromoted = pending !== undefined && (await promoteScheduledRequest(tx, pending, actor.id));
    // The job of the planned look finds the request done and does nothing.
    if (!pending || isPromoted) await enqueueCapture(tx, { id: requestId, cause: "submission" });
    if (itemId && !(await followRequest(tx, itemId, { id: requestId, sourceId }))) throw unknown(sourceId);
    return { requestId, isNew: !pending };
  });
}

async function planFor(tx: Tx, sourceId: string, wish: ReadWayWish) {
  const source = await findSource(tx, sourceId);
  if (!source || !takesWish(source, wish)) throw wayRefused("way_unavailable");
  return planWay(tx, source.platform, wish);
}

const unknown = (sourceId: string) => new AppError("not_found", `No source ${sourceId}, or the line is of another`);
