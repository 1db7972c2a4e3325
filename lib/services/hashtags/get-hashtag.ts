import type { HashtagView } from "#lib/core/spread/views";
import { foldHashtag } from "#lib/core/text/fold";
import { db } from "#lib/data/client";
import { countSeenIn, findHashtag, findHashtagSources, type HashtagRow } from "#lib/data/spread/hashtags";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import type { SpreadQuery } from "#lib/schemas/spread-query";
import { listScopeCaptures } from "#lib/services/spread/list-scope-captures";
import { measureScope } from "#lib/services/spread/measure-scope";
import { periodOf } from "#lib/services/spread/period-of";

/**
 * What the archive holds under a hashtag: its posts counted, and how they came here.
 * @param tag in any spelling; it is folded.
 * @throws AppError `not_found` when no post has it, `not_allowed`.
 */
export async function getHashtag(actor: Actor, tag: string, query: SpreadQuery): Promise<HashtagView> {
  assertMay(actor, "captures.read");
  const hashtag = await openHashtag(tag);
  const [spread, sources] = await Promise.all([
    measureScope({ kind: "hashtag", id: hashtag.id }, periodOf(query), query.whole),
    findHashtagSources(db(), hashtag.folded),
  ]);
  const { rows, total, ids } = await listScopeCaptures(sources);
  const seenInThem = await countSeenIn(db(), hashtag.id, ids);
  return { text: hashtag.text, folded: hashtag.folded, spread, captures: rows, captureCount: total, seenInThem };
}

/** A hashtag in any spelling. @throws AppError `not_found`. */
export async function openHashtag(tag: string): Promise<HashtagRow> {
  const folded = foldHashtag(tag);
  const hashtag = folded ? await findHashtag(db(), folded) : null;
  if (!hashtag) throw new AppError("not_found", `No post has the hashtag ${folded}`);
  return hashtag;
}
