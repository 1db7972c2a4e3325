import type { PhrasingAccount } from "#lib/core/duplicates/views";
import { db } from "#lib/data/client";
import { readFirstAccounts } from "#lib/data/phrasing-spread";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";

const PAGE_SIZE = 20;

/** A page of the accounts that posted a phrasing, by their first post of it. */
export async function listPhrasingAccounts(
  actor: Actor,
  phrasingId: string,
  page: number,
): Promise<{ accounts: PhrasingAccount[]; hasMore: boolean }> {
  assertMay(actor, "captures.read");
  const rows = await readFirstAccounts(db(), [phrasingId], PAGE_SIZE + 1, (page - 1) * PAGE_SIZE);
  return {
    accounts: rows
      .slice(0, PAGE_SIZE)
      .map(({ phrasingId: _, first, ...account }) => ({ ...account, firstPostedAt: first?.toISOString() ?? null })),
    hasMore: rows.length > PAGE_SIZE,
  };
}
