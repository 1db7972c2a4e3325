import { findBoilerplate } from "#lib/core/duplicates/boilerplate";
import { comparedBy } from "#lib/core/duplicates/closeness";
import { comparable } from "#lib/core/duplicates/relate";
import type { ChosenText, PhrasingCounts } from "#lib/core/duplicates/views";
import { db } from "#lib/data/client";
import { findTextOfWording } from "#lib/data/copies";
import { findPhrasing, findPhrasingOfWording, listWordingIdsByPosts } from "#lib/data/phrasing-pages";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";
import { phrasingCounts } from "#lib/services/phrasings/phrasing-views";

/** A phrasing and the wording that most of its posts have. */
export type PhrasingView = PhrasingCounts & { id: string; usual: ChosenText & { wordingId: string } };

/**
 * One phrasing.
 * @param asked a wording that somebody followed here.
 * @throws AppError `not_found`; with `details.phrasingId` where its wordings, or the followed one, are now.
 */
export async function getPhrasing(actor: Actor, id: string, asked?: string): Promise<PhrasingView> {
  assertMay(actor, "captures.read");
  const row = isUuid(id) ? await findPhrasing(db(), id) : null;
  // One whose wordings went to another phrasing keeps its row, so that old addresses lead there.
  const followed = asked && isUuid(asked) ? asked : row?.pivotId;
  const now = followed ? (await findPhrasingOfWording(db(), followed))?.phrasingId : null;
  if (!row?.pivotId || now !== row.id) {
    throw new AppError("not_found", `There is no phrasing ${id}`, now && now !== id ? { phrasingId: now } : {});
  }
  const [wordingId = row.pivotId] = await listWordingIdsByPosts(db(), row.id, { skip: 0, take: 1 });
  const usual = await findTextOfWording(db(), wordingId);
  if (!usual) throw new AppError("not_found", `The phrasing ${id} has no wording`);
  const { text, language, captureId } = usual;
  return {
    id: row.id,
    ...phrasingCounts(row),
    usual: {
      wordingId,
      text,
      language,
      captureId,
      comparedBy: comparedBy(text, comparable(text)),
      boilerplate: findBoilerplate(text),
      mixedScripts: [],
      isDisguised: false,
    },
  };
}
