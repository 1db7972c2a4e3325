"use server";

import { revalidatePath } from "next/cache";
import { requireActor } from "#lib/auth/session";
import { type ActionResult, runAction } from "#lib/http";
import { setSchedule } from "#lib/services/captures/set-schedule";
import { markChangeSeen } from "#lib/services/sources/mark-change-seen";

/** Stops or resumes the planned looks at a source. The answer says whether there was anything to stop or resume. */
export async function setScheduleAction(input: {
  sourceId: string;
  isStopped: boolean;
}): Promise<ActionResult<boolean>> {
  return runAction(async () =>
    setSchedule(await requireActor(), { sourceId: String(input.sourceId), isStopped: input.isStopped === true }),
  );
}

/** Marks a change as seen for everybody, or puts it back on the list. */
export async function markChangeSeenAction(input: { changeId: string; isSeen: boolean }): Promise<ActionResult<void>> {
  return runAction(async () => {
    const { changeId, isSeen } = input;
    await markChangeSeen(await requireActor(), { changeId: String(changeId), isSeen: isSeen === true });
    revalidatePath("/[locale]/desk", "layout");
  });
}
