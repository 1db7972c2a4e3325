import { loudDifferences } from "#lib/core/duplicates/loud-differences";
import { type ClosestPair, closestPairs } from "#lib/core/spread/closest-pairs";
import { windowMs } from "#lib/core/spread/co-posting";
import type { SharedByTwo, TiedPost, TieView } from "#lib/core/spread/views";
import { db } from "#lib/data/client";
import type { AccountRow } from "#lib/data/spread/accounts";
import { findHashtag } from "#lib/data/spread/hashtags";
import { findPhrasingNames } from "#lib/data/spread/names";
import { type PairPostRow, readPairPosts, readPostTexts } from "#lib/data/spread/pair-posts";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import type { TieQuery } from "#lib/schemas/spread-query";
import { findAccountsMeant } from "#lib/services/accounts/open-account";
import { periodOf } from "#lib/services/spread/period-of";

const PAGE_SIZE = 20;

/** `problem` says which of the two was not found, is several, or is the same as the other. */
export type FoundTie =
  | { tie: TieView }
  | { problem: "missing" | "several" | "same"; typed: string; candidates: AccountRow[] };

/**
 * The posts that tie two accounts: for each phrasing that both posted within the window, the two that are closest
 * together, with what differs between them. Of the posts only those that the query is narrowed to.
 * @throws AppError `not_allowed`.
 */
export async function getTie(actor: Actor, query: TieQuery): Promise<FoundTie> {
  assertMay(actor, "captures.read");
  const found: AccountRow[] = [];
  for (const typed of [query.a, query.b]) {
    const candidates = await findAccountsMeant(typed);
    const [account, other] = candidates;
    if (!account) return { problem: "missing", typed, candidates };
    if (other) return { problem: "several", typed, candidates };
    found.push(account);
  }
  const [a, b] = found;
  if (!a || !b || a.id === b.id) return { problem: "same", typed: query.b, candidates: [] };
  return { tie: await readTie(a, b, query) };
}

async function readTie(a: AccountRow, b: AccountRow, query: TieQuery): Promise<TieView> {
  const { hashtag, phrasing } = query;
  const [{ posts, isCut }, under] = await Promise.all([
    readPairPosts(db(), a.id, b.id, { hashtag, phrasing, period: periodOf(query) }),
    hashtag ? findHashtag(db(), hashtag) : null,
  ]);
  const of = (account: AccountRow) => posts.filter(({ accountId }) => accountId === account.id).map(toPairPost);
  const pairs = closestPairs(of(a), of(b), windowMs(query.window));
  const pages = Math.max(1, Math.ceil(pairs.length / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const shown = pairs.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return {
    a: nameOf(a),
    b: nameOf(b),
    phrasings: pairs.length,
    closePairs: pairs.reduce((sum, { closePairs }) => sum + closePairs, 0),
    smallestGapMs: pairs[0]?.gapMs ?? null,
    shared: await describe(shown),
    page,
    pages,
    isCut,
    hashtag: under?.text ?? hashtag,
  };
}

const nameOf = ({ platform, handle, displayName }: AccountRow) => ({ platform, handle, name: displayName });
const toPairPost = ({ postId, phrasingId, postedAt }: PairPostRow) => ({
  id: postId,
  phrasing: phrasingId,
  atMs: postedAt?.getTime() ?? null,
});

async function describe(pairs: readonly ClosestPair[]): Promise<SharedByTwo[]> {
  const [names, rows] = await Promise.all([
    findPhrasingNames(
      db(),
      pairs.map(({ phrasing }) => phrasing),
    ),
    readPostTexts(
      db(),
      pairs.flatMap(({ a, b }) => [a.id, b.id]),
    ),
  ]);
  const posts = new Map(rows.map((row) => [row.id, row]));
  return pairs.flatMap((pair) => {
    const [phrasing, a, b] = [names.get(pair.phrasing), posts.get(pair.a.id), posts.get(pair.b.id)];
    if (!phrasing || !a || !b) return [];
    const { gapMs, closePairs, postsOfA, postsOfB } = pair;
    const [one, other] = [toTiedPost(a), toTiedPost(b)];
    const isSameWording = a.wordingId !== null && a.wordingId === b.wordingId;
    const loud = isSameWording ? [] : loudDifferences(one.text ?? "", other.text ?? "");
    return [{ phrasing, a: one, b: other, gapMs, isSameWording, loud, closePairs, postsOfA, postsOfB }];
  });
}

function toTiedPost(row: Awaited<ReturnType<typeof readPostTexts>>[number]): TiedPost {
  const held = row.observations[0];
  return {
    id: row.id,
    platform: row.platform,
    url: row.canonicalUrl,
    text: row.text ?? held?.text ?? null,
    language: row.language,
    postedAt: row.postedAt?.toISOString() ?? null,
    availability: row.availability,
    captureId: held?.captureId ?? null,
  };
}
