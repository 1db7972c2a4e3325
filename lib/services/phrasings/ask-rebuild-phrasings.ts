import { db } from "#lib/data/client";
import { findNewestRebuild, insertRebuild, lockRebuilds } from "#lib/data/rebuilds";
import { enqueue } from "#lib/jobs/queue";
import { rebuildPhrasingsJob } from "#lib/jobs/rebuild-phrasings";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";

/**
 * Asks the worker to make all phrasings anew. One that waits or runs already is enough.
 * @returns the rebuild's id.
 * @throws AppError `not_allowed`.
 */
export async function askRebuildPhrasings(actor: Actor): Promise<{ rebuildId: string }> {
  assertMay(actor, "search.manage");
  return db().$transaction(async (tx) => {
    await lockRebuilds(tx, "phrasings");
    const newest = await findNewestRebuild(tx, "phrasings");
    if (newest?.isUnderWay) return { rebuildId: newest.id };
    const { id } = await insertRebuild(tx, { kind: "phrasings", askedById: actor.id });
    await enqueue(rebuildPhrasingsJob, { rebuildId: id }, tx);
    return { rebuildId: id };
  });
}
