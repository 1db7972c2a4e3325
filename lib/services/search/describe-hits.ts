import type { SearchHit } from "#lib/core/search/search-index";
import type { ArchiveHit } from "#lib/core/search/views";
import { findPictures } from "#lib/data/capture-pictures";
import { db } from "#lib/data/client";
import { findCasesOfThings, findPhrasingsOfWordings, findPostedTimes } from "#lib/data/hit-facts";
import { findPlacesOfCaptures } from "#lib/data/source-timelines";
import { readLocalized } from "#lib/schemas/localized";

/** Adds to what the engine found what the record says of it: picture, timeline, way, phrasing, time, case files. */
export async function describeHits(hits: readonly SearchHit[]): Promise<ArchiveHit[]> {
  const captureIds = hits.flatMap((hit) => hit.captureId ?? []);
  const [pictures, places, phrasings, times, cases] = await Promise.all([
    findPictures(
      db(),
      hits.flatMap((hit) => (hit.captureId ? [{ key: hit.id, captureId: hit.captureId, url: hit.url }] : [])),
    ),
    findPlacesOfCaptures(db(), captureIds),
    findPhrasingsOfWordings(
      db(),
      hits.flatMap((hit) => hit.wordingId ?? []),
    ),
    findPostedTimes(
      db(),
      hits.flatMap((hit) => (hit.kind === "post" ? hit.entityId : [])),
    ),
    findCasesOfThings(db(), hits),
  ]);
  return hits.map((hit) => {
    const place = places.get(hit.captureId ?? "");
    return {
      ...hit,
      picture: pictures.get(hit.id) ?? null,
      sourceId: place?.sourceId ?? null,
      way: place?.way ?? "browser",
      phrasing: phrasings.get(hit.wordingId ?? "") ?? null,
      // Of a post that the record has no more, what the index says is all there is.
      isTimeKnown: times.get(hit.entityId) !== null,
      cases: (cases.get(hit.id) ?? []).map(({ id, title }) => ({ id, title: readLocalized(title) })),
    };
  });
}
