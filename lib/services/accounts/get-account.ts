import type { AccountView } from "#lib/core/spread/views";
import { db } from "#lib/data/client";
import { countAvailability, readNames } from "#lib/data/spread/accounts";
import { listHashtagsOfAccount } from "#lib/data/spread/hashtags";
import { findAccountSources } from "#lib/data/spread/scope-captures";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import type { SpreadQuery } from "#lib/schemas/spread-query";
import { openAccount } from "#lib/services/accounts/open-account";
import { listScopeCaptures } from "#lib/services/spread/list-scope-captures";
import { measureScope } from "#lib/services/spread/measure-scope";
import { periodOf } from "#lib/services/spread/period-of";

const HASHTAGS = 30;

/**
 * What the archive holds of an account: its posts counted, the names it had, whether its posts are still there.
 * @throws AppError `not_found` when no post of it is known, `not_allowed`.
 */
export async function getAccount(
  actor: Actor,
  { platform, handle }: { platform: string; handle: string },
  query: SpreadQuery,
): Promise<AccountView> {
  assertMay(actor, "captures.read");
  const account = await openAccount(platform, handle);
  const period = periodOf(query);
  const [spread, names, availability, hashtags, sources] = await Promise.all([
    measureScope({ kind: "account", id: account.id }, period, query.whole),
    readNames(db(), account.id),
    countAvailability(db(), account.id),
    listHashtagsOfAccount(db(), account.id, period, HASHTAGS),
    findAccountSources(db(), account.platform, account.handle),
  ]);
  const { rows, total } = await listScopeCaptures(sources);
  return {
    id: account.id,
    platform: account.platform,
    handle: account.handle,
    name: account.displayName,
    spread,
    names: names.map(({ firstAt, lastAt, ...seen }) => ({
      ...seen,
      firstAt: firstAt.toISOString(),
      lastAt: lastAt.toISOString(),
    })),
    availability,
    hashtags,
    captures: rows,
    captureCount: total,
  };
}
