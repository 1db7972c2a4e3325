import type { ComparedWording, CopyPost, ExactCounts, PhrasingCounts } from "#lib/core/duplicates/views";
import { db } from "#lib/data/client";
import { findTextOfWording, listWordingsById } from "#lib/data/copies";
import { listPostsOfWording } from "#lib/data/copy-posts";
import { findPhrasing, findPhrasingOfWording, listWordingIdsByPosts } from "#lib/data/phrasing-pages";
import { countWordingPosts } from "#lib/data/phrasing-spread";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { describeWordings, measureWordings } from "#lib/services/copies/compare-wordings";
import { toCopyPost } from "#lib/services/copies/copy-post";
import { phrasingCounts } from "#lib/services/phrasings/phrasing-views";

const MAX_POSTS = 8;
const MAX_NEAR = 3;

/** Who else said what one wording says: word for word, and nearly. */
export type CopiesOfWording = {
  wordingId: string;
  language: string | null;
  phrasingId: string | null;
  /** Of the whole phrasing; null while the wording was not compared yet. */
  counts: PhrasingCounts | null;
  exact: ExactCounts & { first: CopyPost[] };
  /** Other wordings of the phrasing that most posts have. */
  near: ComparedWording[];
};

/** For the page of a post: its copies, word for word and near apart. Null for an unknown wording. */
export async function findCopiesOfWording(actor: Actor, wordingId: string): Promise<CopiesOfWording | null> {
  assertMay(actor, "captures.read");
  const [chosen, family] = await Promise.all([
    findTextOfWording(db(), wordingId),
    findPhrasingOfWording(db(), wordingId),
  ]);
  if (!chosen || !family) return null;
  const { phrasingId } = family;
  const [row, near, [counts], first] = await Promise.all([
    phrasingId ? findPhrasing(db(), phrasingId) : null,
    phrasingId ? listWordingIdsByPosts(db(), phrasingId, { skip: 0, take: MAX_NEAR + 1 }) : [],
    countWordingPosts(db(), [wordingId]),
    listPostsOfWording(db(), wordingId, MAX_POSTS),
  ]);
  const others = await listWordingsById(db(), near.filter((id) => id !== wordingId).slice(0, MAX_NEAR));
  const { posts = 0, reposts = 0, accounts = 0 } = counts ?? {};
  return {
    wordingId,
    language: chosen.language,
    phrasingId,
    counts: row && phrasingCounts(row),
    exact: { posts, reposts, accounts, first: first.map(toCopyPost) },
    near: await describeWordings(chosen.text, wordingId, measureWordings([chosen.text], others)),
  };
}
