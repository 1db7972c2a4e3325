"use server";

import { revalidatePath } from "next/cache";
import { requireActor } from "#lib/auth/session";
import { type ActionResult, runAction } from "#lib/http";
import { rotateKey } from "#lib/services/keys/rotate-key";
import { askAgain } from "#lib/services/timestamps/ask-again";

const changed = () => revalidatePath("/[locale]/desk/settings/proof", "page");

/** Retires the key in service for a purpose and starts a new one. */
export async function rotateKeyAction(purpose: string): Promise<ActionResult<null>> {
  return runAction(async () => {
    await rotateKey(await requireActor(), { purpose });
    changed();
    revalidatePath("/[locale]/keys", "page");
    return null;
  });
}

/** Asks the timestamp authorities for everything that waits. */
export async function askAgainAction(): Promise<ActionResult<null>> {
  return runAction(async () => {
    await askAgain(await requireActor());
    changed();
    return null;
  });
}
