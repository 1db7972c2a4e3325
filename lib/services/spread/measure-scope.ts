import { concentration } from "#lib/core/spread/concentration";
import { countArrivedBefore, countGrains, drawTimeline, planTimeline } from "#lib/core/spread/draw-timeline";
import type { PostTimeline, SpreadView } from "#lib/core/spread/views";
import { db, type Tx } from "#lib/data/client";
import { findAccountNames, findPhrasingNames } from "#lib/data/spread/names";
import { readGrains, readSpread, type SpreadRows } from "#lib/data/spread/read-spread";
import type { Period, SpreadScope } from "#lib/data/spread/scope";
import { withRoom } from "#lib/data/spread/with-room";
import { keepLarge } from "#lib/services/spread/keep-large";

/** Busiest accounts and most shared phrasings that a page lists. */
const MOST = 20;

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/**
 * Counts the posts of a scope: over time, by account, by phrasing. What was counted of many posts is kept for a minute.
 * @param isWhole draws stragglers, too.
 */
export function measureScope(scope: SpreadScope, period: Period, isWhole: boolean): Promise<SpreadView> {
  const { from, to } = period;
  const key = [scope.kind, scope.id, from?.getTime() ?? "", to?.getTime() ?? "", isWhole].join(" ");
  return keepLarge(key, () => countScope(scope, period, isWhole));
}

async function countScope(scope: SpreadScope, period: Period, isWhole: boolean): Promise<SpreadView> {
  const countedAt = new Date().toISOString();
  const { rows, timeline } = await withRoom(db(), async (tx) => {
    const read = await readSpread(tx, scope, period, MOST);
    return { rows: read, timeline: await drawnTimeline(tx, scope, period, read, isWhole) };
  });
  const [names, phrasings] = await Promise.all([
    findAccountNames(
      db(),
      rows.busiest.map(({ accountId }) => accountId),
    ),
    findPhrasingNames(
      db(),
      rows.phrasings.map(({ phrasingId }) => phrasingId),
    ),
  ]);
  const { originals, reposts } = countGrains(rows.grains);
  const shares = concentration(rows.activity.map(([posts, accounts]) => ({ posts, accounts })));
  return {
    countedAt,
    posts: originals + reposts,
    originals,
    reposts,
    accounts: shares.accounts,
    firstPostedAt: iso(rows.firstMs),
    lastPostedAt: iso(rows.lastMs),
    timeline,
    concentration: shares,
    busiest: rows.busiest.flatMap(({ accountId, firstMs, lastMs, posts, reposts: passedOn }) => {
      const name = names.get(accountId);
      const times = { firstPostedAt: iso(firstMs), lastPostedAt: iso(lastMs) };
      return name ? [{ ...name, posts, reposts: passedOn, ...times }] : [];
    }),
    phrasings: rows.phrasings.flatMap(({ phrasingId, posts, accounts, firstMs }) => {
      const name = phrasings.get(phrasingId);
      return name ? [{ ...name, postsHere: posts, accountsHere: accounts, firstPostedAt: iso(firstMs) }] : [];
    }),
  };
}

const MINUTE_MS = 60_000;
const TWO_DAYS_MS = 48 * 60 * MINUTE_MS;

/**
 * Where the bins that fit are narrower than what was counted (most posts lie within hours, a few of them years away), that
 * stretch is counted again, finely enough for whatever its posts then fill.
 */
async function drawnTimeline(
  tx: Tx,
  scope: SpreadScope,
  period: Period,
  rows: SpreadRows,
  isWhole: boolean,
): Promise<PostTimeline> {
  const { bins, before, after } = planTimeline(rows, isWhole);
  const missing = {
    before,
    after,
    accountsBefore: countArrivedBefore(rows, bins),
    undated: countGrains(rows.grains).undated,
    uncompared: rows.uncompared,
  };
  if (!bins || bins.stepMs >= rows.grainMs) return drawTimeline(rows, bins, missing);
  const lengthMs = bins.count * bins.stepMs;
  const window = { from: new Date(bins.startMs), to: new Date(bins.startMs + lengthMs) };
  const grainMs = lengthMs <= TWO_DAYS_MS ? MINUTE_MS : bins.stepMs;
  const finer = { grainMs, ...(await readGrains(tx, scope, period, { grainMs, window })) };
  return drawTimeline(finer, planTimeline(finer, true, grainMs).bins, missing);
}
