import type { PlatformId, SourceKind } from "#lib/core/captures/types";
import { type CredentialKind, waysOf } from "#lib/core/platforms/access";
import type { NamedAccess, WaysIn } from "#lib/core/platforms/ways-in";
import { db } from "#lib/data/client";
import { type CredentialRow, listCredentialRows } from "#lib/data/platform-credentials";
import { env } from "#lib/env";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { currentPrices } from "#lib/services/platforms/current-prices";

/**
 * The ways into a source, or null where there is only the open one.
 * @throws AppError `not_allowed`.
 */
export async function findWaysIn(
  actor: Actor,
  source: { platform: PlatformId; kind: SourceKind },
): Promise<WaysIn | null> {
  assertMay(actor, "sources.submit");
  const ways = waysOf(source, env().DEMO_SITE_ORIGIN);
  if (ways.length < 2) return null;
  const rows = await listCredentialRows(db(), { platform: source.platform });
  const named = (kind: CredentialKind) => rows.filter((row) => row.kind === kind).map(toNamed);
  const access = { tokens: named("bearer_token"), sessions: named("session_cookies") };
  return { platform: source.platform, ways, ...access, prices: currentPrices() };
}

const toNamed = ({ id, label, problem }: CredentialRow): NamedAccess => ({ id, label, problem });

/** The ways into the hashtags of each platform that has more than one. @throws AppError `not_allowed`. */
export async function listHashtagWays(actor: Actor): Promise<WaysIn[]> {
  const platforms: PlatformId[] = ["x", "demo_square"];
  const found = await Promise.all(platforms.map((platform) => findWaysIn(actor, { platform, kind: "hashtag" })));
  return found.filter((ways) => ways !== null);
}
