import type { HashtagLine, SpreadList } from "#lib/core/spread/views";
import { foldHashtag } from "#lib/core/text/fold";
import { db } from "#lib/data/client";
import { listHashtags as readHashtags } from "#lib/data/spread/hashtags";
import { withRoom } from "#lib/data/spread/with-room";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import type { HashtagsQuery } from "#lib/schemas/spread-query";

const PAGE_SIZE = 50;

/** One page of hashtags. A page past the end is the last one. @throws AppError `not_allowed`. */
export async function listHashtags(actor: Actor, query: HashtagsQuery): Promise<SpreadList<HashtagLine>> {
  assertMay(actor, "captures.read");
  const wish = { q: query.q ? foldHashtag(query.q) : "", sort: query.sort, take: PAGE_SIZE };
  return withRoom(db(), async (tx) => {
    const asked = await readHashtags(tx, { ...wish, skip: (query.page - 1) * PAGE_SIZE });
    const isPast = asked.rows.length === 0 && query.page > 1;
    const total = isPast ? (await readHashtags(tx, { ...wish, take: 1, skip: 0 })).total : asked.total;
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    const { rows } = isPast ? await readHashtags(tx, { ...wish, skip: (pages - 1) * PAGE_SIZE }) : asked;
    const lines = rows.map(({ newestAt, ...line }) => ({ ...line, newestAt: newestAt?.toISOString() ?? null }));
    return { lines, total, page: Math.min(query.page, pages), pages };
  });
}
