import { type CoPostingWindow, coPosting } from "#lib/core/spread/co-posting";
import type { TieTable } from "#lib/core/spread/views";
import { db } from "#lib/data/client";
import { readCoPosts } from "#lib/data/spread/read-co-posts";
import { ALWAYS } from "#lib/data/spread/scope";
import { withRoom } from "#lib/data/spread/with-room";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { nameTies } from "#lib/services/spread/name-ties";

/** Pairs that a page lists; more are in the exports. */
const MOST = 50;

/** Which accounts posted a phrasing within a time of each other. @throws AppError `not_allowed`. */
export async function listPhrasingTies(actor: Actor, phrasingId: string, window: CoPostingWindow): Promise<TieTable> {
  assertMay(actor, "captures.read");
  const scope = { kind: "phrasing", id: phrasingId } as const;
  const { posts, isCut } = await withRoom(db(), (tx) => readCoPosts(tx, scope, ALWAYS));
  const { ties, total, comparedWith } = coPosting(posts, { window, most: MOST });
  const named = await nameTies(ties.map((tie) => ({ ...tie, phrasings: tie.phrasings.length, example: undefined })));
  return { ties: named, total, comparedWith, isCut };
}
