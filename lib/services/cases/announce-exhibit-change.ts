import { listEntitiesOfExhibit } from "#lib/data/case-exhibits";
import type { Tx } from "#lib/data/client";
import { announceChange } from "#lib/data/search-outbox";

type Target = {
  kind: string;
  captureId: string | null;
  postId: string | null;
  wordingId: string | null;
  suppliedId: string | null;
};

/** Tells search, in the caller's transaction, that what an exhibit shows came into a case or left it. */
export async function announceExhibitChange(tx: Tx, target: Target): Promise<void> {
  const { posts, captures } = await listEntitiesOfExhibit(tx, target);
  await announceChange(tx, "post", posts);
  await announceChange(tx, "capture", captures);
  if (target.suppliedId) await announceChange(tx, "supplied", [target.suppliedId]);
}
