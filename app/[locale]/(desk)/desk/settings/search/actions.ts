"use server";

import { revalidatePath } from "next/cache";
import { requireActor } from "#lib/auth/session";
import { type ActionResult, runAction } from "#lib/http";
import { askRebuildPhrasings } from "#lib/services/phrasings/ask-rebuild-phrasings";
import { askReindex } from "#lib/services/search/ask-reindex";
import { retryFailedChanges } from "#lib/services/search/retry-failed-changes";

const changed = () => revalidatePath("/[locale]/desk/settings/search", "page");

/** Lets changes that could not be indexed be tried again. */
export async function retryFailedAction(): Promise<ActionResult<null>> {
  return runAction(async () => {
    await retryFailedChanges(await requireActor());
    changed();
    return null;
  });
}

/** Asks for a rebuild of the search index. */
export async function reindexAction(): Promise<ActionResult<null>> {
  return runAction(async () => {
    await askReindex(await requireActor());
    changed();
    return null;
  });
}

/** Asks for all phrasings to be made anew. */
export async function rebuildPhrasingsAction(): Promise<ActionResult<null>> {
  return runAction(async () => {
    await askRebuildPhrasings(await requireActor());
    changed();
    return null;
  });
}
