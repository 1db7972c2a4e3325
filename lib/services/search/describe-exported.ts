import type { ExportedHit } from "#lib/core/search/csv-rows";
import type { SearchHit } from "#lib/core/search/search-index";
import { db } from "#lib/data/client";
import { findPostedTimes, findReceivedTimes } from "#lib/data/hit-facts";
import { findPlacesOfCaptures } from "#lib/data/source-timelines";
import { describeHits } from "#lib/services/search/describe-hits";
import { siteOrigin } from "#lib/services/system/site-origin";

/** Adds to results what only a file says of them: every time that is known, and where the desk shows them. */
export async function describeExported(hits: readonly SearchHit[], locale: string): Promise<ExportedHit[]> {
  const idsOf = (kind: SearchHit["kind"]) => hits.flatMap((hit) => (hit.kind === kind ? hit.entityId : []));
  const captureIds = hits.flatMap((hit) => hit.captureId ?? []);
  const [described, posted, received, places] = await Promise.all([
    describeHits(hits),
    findPostedTimes(db(), idsOf("post")),
    findReceivedTimes(db(), idsOf("supplied")),
    findPlacesOfCaptures(db(), captureIds),
  ]);
  return described.map((hit) => ({
    ...hit,
    postedAt: posted.get(hit.entityId)?.toISOString() ?? null,
    capturedAt: places.get(hit.captureId ?? "")?.finishedAt.toISOString() ?? null,
    receivedAt: received.get(hit.entityId)?.toISOString() ?? null,
    deskAddress: deskAddress(hit, locale),
  }));
}

function deskAddress(hit: SearchHit, locale: string): string {
  if (hit.captureId) return `${siteOrigin()}/${locale}/desk/captures/${hit.captureId}`;
  if (hit.kind === "supplied") return `${siteOrigin()}/${locale}/desk/supplied/${hit.entityId}`;
  return hit.url;
}
