import type { ComparedWording, ExactCounts } from "#lib/core/duplicates/views";
import { db } from "#lib/data/client";
import { listWordingsById } from "#lib/data/copies";
import { listWordingIdsByPosts } from "#lib/data/phrasing-pages";
import { countWordingPosts } from "#lib/data/phrasing-spread";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { describeWordings, measureWordings } from "#lib/services/copies/compare-wordings";
import type { PhrasingView } from "#lib/services/phrasings/get-phrasing";

const PAGE_SIZE = 12;

/** A wording of a phrasing beside the usual one, with its own posts. */
export type PhrasingWording = ComparedWording & ExactCounts & { isUsual: boolean };

/**
 * A page of a phrasing's wordings, those that most posts have first, each measured against the usual one.
 * @param asked a wording to show first, wherever it stands.
 */
export async function getPhrasingWordings(
  actor: Actor,
  { id, usual }: PhrasingView,
  { page, asked }: { page: number; asked?: string },
): Promise<{ items: PhrasingWording[]; asked: PhrasingWording | null; hasMore: boolean }> {
  assertMay(actor, "captures.read");
  const found = await listWordingIdsByPosts(db(), id, { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE + 1 });
  const shown = found.slice(0, PAGE_SIZE);
  const ids = [...new Set(asked ? [asked, ...shown] : shown)];
  const [rows, counts] = await Promise.all([listWordingsById(db(), ids), countWordingPosts(db(), ids)]);
  const measured = measureWordings(
    [usual.text],
    rows.filter(({ phrasingId }) => phrasingId === id),
  );
  const described = await describeWordings(usual.text, usual.wordingId, measured);
  const own = new Map(counts.map((count) => [count.wordingId, count]));
  const all = new Map(
    described.map((wording) => {
      const { posts = 0, reposts = 0, accounts = 0 } = own.get(wording.wordingId) ?? {};
      return [
        wording.wordingId,
        { ...wording, posts, reposts, accounts, isUsual: wording.wordingId === usual.wordingId },
      ];
    }),
  );
  return {
    items: shown.flatMap((each) => all.get(each) ?? []),
    asked: all.get(asked ?? "") ?? null,
    hasMore: found.length > PAGE_SIZE,
  };
}
