import { isSlug } from "#lib/core/cases/slug";
import { db } from "#lib/data/client";
import { findPublishedRevisionRow } from "#lib/data/published-cases";
import { type PublicRevision, publicRevision } from "#lib/schemas/public-case";
import { type LastGoodOptions, lastGood } from "#lib/services/cases/last-good";

/**
 * A published revision for readers: nobody has to be signed in, because everything in it was published.
 * @param number of the revision, or `newest`.
 * @returns null when no such revision was ever published. A retracted case is found: its newest revision is a tombstone.
 */
export async function findPublicRevision(
  slug: string,
  number: number | "newest",
  options: LastGoodOptions = {},
): Promise<PublicRevision | null> {
  if (!isSlug(slug)) return null;
  const read = async () => {
    const row = await findPublishedRevisionRow(db(), slug, number);
    return row ? publicRevision.parse(row) : null;
  };
  return lastGood(`revision:${slug}:${number}`, read, options);
}
