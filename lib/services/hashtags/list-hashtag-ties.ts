import { coPosting } from "#lib/core/spread/co-posting";
import type { TieTable } from "#lib/core/spread/views";
import { db } from "#lib/data/client";
import { readCoPosts } from "#lib/data/spread/read-co-posts";
import { withRoom } from "#lib/data/spread/with-room";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import type { SpreadQuery } from "#lib/schemas/spread-query";
import { openHashtag } from "#lib/services/hashtags/get-hashtag";
import { nameTies } from "#lib/services/spread/name-ties";
import { periodOf } from "#lib/services/spread/period-of";

/** Pairs that a page lists; more are in the exports. */
const MOST = 50;

/**
 * Which accounts posted the same phrasing under a hashtag, within a time of each other.
 * @throws AppError `not_found`, `not_allowed`.
 */
export async function listHashtagTies(actor: Actor, tag: string, query: SpreadQuery): Promise<TieTable> {
  assertMay(actor, "captures.read");
  const { id } = await openHashtag(tag);
  const { posts, isCut } = await withRoom(db(), (tx) => readCoPosts(tx, { kind: "hashtag", id }, periodOf(query)));
  const { ties, total, comparedWith } = coPosting(posts, { window: query.window, most: MOST });
  const named = await nameTies(
    ties.map((tie) => ({ ...tie, phrasings: tie.phrasings.length, example: tie.phrasings[0] })),
  );
  return { ties: named, total, comparedWith, isCut };
}
