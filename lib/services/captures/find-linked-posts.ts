import { findOfferedCaptures } from "#lib/data/capture-lists";
import { findPendingRequests } from "#lib/data/capture-requests";
import type { Db } from "#lib/data/client";
import { findSourceIds } from "#lib/data/sources";
import { type ObservationView, versionsOf } from "#lib/services/captures/observation-view";

/** A post that another one quotes or answers, or another version of it. */
export type LinkedPost = {
  url: string;
  /** The capture that the archive has of it; null when there is none worth offering. */
  captureId: string | null;
  /** A capture of it is waiting or running. */
  isPending: boolean;
};

/** What the archive has of the posts that these posts quote and answer, and of their versions. */
export async function findLinkedPosts(db: Db, observations: readonly ObservationView[]): Promise<LinkedPost[]> {
  const named = observations.flatMap((seen) => [
    seen.details.quotes,
    seen.details.repliesTo,
    ...versionsOf(seen).map(({ url }) => url),
  ]);
  const urls = [...new Set(named.filter((url) => url !== undefined))];
  if (urls.length === 0) return [];
  const sources = await findSourceIds(db, urls);
  const ids = [...sources.values()];
  const [captures, pending] = await Promise.all([findOfferedCaptures(db, ids), findPendingRequests(db, ids)]);
  return urls.map((url) => {
    const id = sources.get(url) ?? "";
    return { url, captureId: captures.get(id)?.id ?? null, isPending: pending.has(id) };
  });
}
