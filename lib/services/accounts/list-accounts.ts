import type { AccountLine, SpreadList } from "#lib/core/spread/views";
import { db } from "#lib/data/client";
import { listAccounts as readAccounts } from "#lib/data/spread/accounts";
import { withRoom } from "#lib/data/spread/with-room";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import type { AccountsQuery } from "#lib/schemas/spread-query";

const PAGE_SIZE = 50;

/** One page of accounts. A page past the end is the last one. @throws AppError `not_allowed`. */
export async function listAccounts(actor: Actor, query: AccountsQuery): Promise<SpreadList<AccountLine>> {
  assertMay(actor, "captures.read");
  const wish = { q: query.q.replace(/^@/, ""), sort: query.sort, take: PAGE_SIZE };
  return withRoom(db(), async (tx) => {
    const asked = await readAccounts(tx, { ...wish, skip: (query.page - 1) * PAGE_SIZE });
    const isPast = asked.rows.length === 0 && query.page > 1;
    const total = isPast ? (await readAccounts(tx, { ...wish, take: 1, skip: 0 })).total : asked.total;
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    const { rows } = isPast ? await readAccounts(tx, { ...wish, skip: (pages - 1) * PAGE_SIZE }) : asked;
    const lines = rows.map(({ newestAt, displayName, ...line }) => ({
      ...line,
      name: displayName,
      newestAt: newestAt?.toISOString() ?? null,
    }));
    return { lines, total, page: Math.min(query.page, pages), pages };
  });
}
