"use server";

import { requireActor } from "#lib/auth/session";
import { type ActionResult, runAction } from "#lib/http";
import { checkSupplied, type SuppliedCheck } from "#lib/services/supplied/check-supplied";

/** Computes the hash of a supplied file again. */
export async function checkSuppliedAction(id: string): Promise<ActionResult<SuppliedCheck>> {
  return runAction(async () => checkSupplied(await requireActor(), String(id)));
}
