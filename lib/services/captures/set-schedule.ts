import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { resumeRechecks, stopRechecks } from "#lib/data/rechecks";
import { lockSource } from "#lib/data/sources";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";

/**
 * Stops or resumes the planned looks at a source. What fell due while it was stopped is done once, after "resume".
 * A source that somebody stopped stays stopped when it is captured again.
 * @returns whether there was anything to stop or resume; asked twice, the second time is no event.
 * @throws AppError `not_found`; `not_allowed`.
 */
export async function setSchedule(
  actor: Actor,
  { sourceId, isStopped }: { sourceId: string; isStopped: boolean },
  now = new Date(),
): Promise<boolean> {
  assertMay(actor, "sources.submit");
  const unknown = () => new AppError("not_found", `No source ${sourceId}`);
  if (!isUuid(sourceId)) throw unknown();
  return db().$transaction(async (tx) => {
    if (!(await lockSource(tx, sourceId))) throw unknown();
    const looks = isStopped ? await stopRechecks(tx, sourceId, now) : await resumeRechecks(tx, sourceId);
    if (looks === 0) return false;
    await appendCustodyEvent(tx, {
      actor,
      action: isStopped ? "source.looks_stopped" : "source.looks_resumed",
      subjectType: "source",
      subjectId: sourceId,
      details: { looks },
    });
    return true;
  });
}
