import type { PhrasingSpread } from "#lib/core/duplicates/views";
import { db } from "#lib/data/client";
import {
  type FirstAccountRow,
  readFirstAccounts,
  readSpreads,
  type SpreadRow,
  STRIP_PLACES,
} from "#lib/data/phrasing-spread";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";

/** Posts that are read for one page, so that a page of giants does not hold up the database. */
const MAX_POSTS = 200_000;
const FIRST_ACCOUNTS = 8;

/**
 * How phrasings travelled: when their posts were posted, how close together, and who was first. Read from the posts, so
 * it takes longer the more there are; phrasings are read in their order until so many posts were read.
 * @param phrasings with their kept number of posts.
 * @returns by phrasing id; one that is missing was too much for this page (its own page reads it).
 */
export async function measurePhrasings(
  actor: Actor,
  phrasings: readonly { id: string; posts: number }[],
  maxPosts = MAX_POSTS,
): Promise<ReadonlyMap<string, PhrasingSpread>> {
  assertMay(actor, "captures.read");
  let left = maxPosts;
  const ids = phrasings.flatMap(({ id, posts }) => {
    if (posts > left) return [];
    left -= posts;
    return [id];
  });
  const [spreads, accounts] = await Promise.all([readSpreads(db(), ids), readFirstAccounts(db(), ids, FIRST_ACCOUNTS)]);
  return new Map(
    spreads.map((row) => [
      row.phrasingId,
      toSpread(
        row,
        accounts.filter(({ phrasingId }) => phrasingId === row.phrasingId),
      ),
    ]),
  );
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

function toSpread(row: SpreadRow, accounts: readonly FirstAccountRow[]): PhrasingSpread {
  return {
    posts: row.posts,
    places: (row.places ?? []).map((place) => place / STRIP_PLACES),
    firstPostedAt: iso(row.first),
    lastPostedAt: iso(row.last),
    undated: row.undated,
    within: {
      minute: { originals: row.minute, reposts: row.repostsInMinute },
      hour: { originals: row.hour, reposts: row.repostsInHour },
      day: { originals: row.day, reposts: row.repostsInDay },
    },
    accounts: accounts.map(({ first, phrasingId: _, ...account }) => ({ ...account, firstPostedAt: iso(first) })),
  };
}
