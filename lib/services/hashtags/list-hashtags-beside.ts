import type { HashtagUse } from "#lib/core/spread/views";
import { db } from "#lib/data/client";
import { listHashtagsBeside as readHashtagsBeside } from "#lib/data/spread/hashtags";
import { withRoom } from "#lib/data/spread/with-room";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import type { SpreadQuery } from "#lib/schemas/spread-query";
import { openHashtag } from "#lib/services/hashtags/get-hashtag";
import { periodOf } from "#lib/services/spread/period-of";

const MOST = 30;

/** Hashtags that posts under this one have, too, most frequent first. @throws AppError `not_found`, `not_allowed`. */
export async function listHashtagsBeside(actor: Actor, tag: string, query: SpreadQuery): Promise<HashtagUse[]> {
  assertMay(actor, "captures.read");
  const { id } = await openHashtag(tag);
  return withRoom(db(), (tx) => readHashtagsBeside(tx, id, periodOf(query), MOST));
}
