import type { CaptureWay, PlatformId, SourceKind } from "#lib/core/captures/types";
import { KIND_OF_WAY, waysOf } from "#lib/core/platforms/access";
import { estimateCost } from "#lib/core/platforms/api-search";
import type { Db } from "#lib/data/client";
import { listCredentialRows } from "#lib/data/platform-credentials";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";
import type { RequestOptions } from "#lib/schemas/request-options";
import type { ReadWayWish, WayProblem } from "#lib/schemas/way-wish";
import { currentPrices } from "#lib/services/platforms/current-prices";

/** How a capture request goes about it. */
export type PlannedWay = { way: CaptureWay; options: RequestOptions };

type Source = { platform: PlatformId; kind: SourceKind };

/** Whether a source can be looked at by the wished way at all; an article knows only the open one. */
export function takesWish(source: Source, wish: ReadWayWish): boolean {
  return waysOf(source, env().DEMO_SITE_ORIGIN).includes(wish.way);
}

/**
 * Turns a wish into what the request stores, once for each platform it is for.
 * @throws AppError `bad_input` with the field `way`: `way_unavailable` when the newsroom has no such access,
 *   `cost_not_agreed` when the estimate that was shown is not the one of now.
 */
export async function planWay(client: Db, platform: PlatformId, wish: ReadWayWish): Promise<PlannedWay> {
  if (wish.way === "browser") return { way: "browser", options: {} };
  const rows = await listCredentialRows(client, { platform, kind: KIND_OF_WAY[wish.way] });
  if (wish.way === "session") {
    const { credentialId } = wish;
    if (rows.length === 0 || (credentialId && !rows.some(({ id }) => id === credentialId)))
      throw wayRefused("way_unavailable");
    return { way: "session", options: credentialId ? { credentialId } : {} };
  }
  if (rows.length === 0) throw wayRefused("way_unavailable");
  const { maxPosts, withReposts, agreedUsd } = wish;
  if (estimateCost(maxPosts, currentPrices()).postsUsd !== agreedUsd) throw wayRefused("cost_not_agreed");
  return { way: "api", options: { maxPosts, withReposts, agreedUsd } };
}

/** The refusal of a wish, at its field. */
export const wayRefused = (problem: WayProblem) =>
  new AppError("bad_input", `The way was refused: ${problem}`, { fields: { way: problem } });
