import { windowMs } from "#lib/core/spread/co-posting";
import type { TieTable } from "#lib/core/spread/views";
import { db } from "#lib/data/client";
import { MAX_OTHERS, readAccountTies } from "#lib/data/spread/account-ties";
import { withRoom } from "#lib/data/spread/with-room";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import type { SpreadQuery } from "#lib/schemas/spread-query";
import { openAccount } from "#lib/services/accounts/open-account";
import { nameTies } from "#lib/services/spread/name-ties";
import { periodOf } from "#lib/services/spread/period-of";

/** Accounts that a page lists; more are in the exports. */
const MOST = 50;

/**
 * Who posted the same phrasing as an account, within a time of it.
 * @throws AppError `not_found`, `not_allowed`.
 */
export async function listAccountTies(
  actor: Actor,
  { platform, handle }: { platform: string; handle: string },
  query: SpreadQuery,
): Promise<TieTable> {
  assertMay(actor, "captures.read");
  const { id } = await openAccount(platform, handle);
  const wish = { windowMs: windowMs(query.window), most: MOST };
  const { rows, total, isCut, isBounded } = await withRoom(db(), (tx) =>
    readAccountTies(tx, id, periodOf(query), wish),
  );
  const ties = await nameTies(
    rows.map(({ accountId, ...tie }) => ({ ...tie, phrasings: tie.phrasings.length, a: id, b: accountId })),
  );
  return { ties, total, comparedWith: isBounded ? MAX_OTHERS : null, isCut };
}
