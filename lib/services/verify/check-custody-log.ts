import { ChainWalk } from "#lib/core/evidence/checks/check-custody";
import type { CheckLine } from "#lib/core/evidence/checks/check-line";
import { db } from "#lib/data/client";
import { readCustodyLog } from "#lib/data/custody-log";

/** Walks the archive's whole custody log and checks every state of it that was signed. */
export async function checkCustodyLog(): Promise<CheckLine[]> {
  const walk = new ChainWalk();
  for await (const event of readCustodyLog(db())) walk.add(event);
  return walk.finish();
}
