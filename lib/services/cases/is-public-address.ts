import { logger } from "#lib/logger";
import { findPublicRevision } from "#lib/services/cases/read-public-case";

/** Addresses kept; more than any newsroom publishes. */
const MAX_KNOWN = 5_000;

/** What was published stays: a retracted case keeps its addresses. So an address once found is never asked for again. */
const known = new Set<string>();

/**
 * Whether readers find something at a case's address. Asks the database once per address; when that is down the answer
 * is yes, because the page may be in the cache.
 * @param number of the revision as it stands in the address, or `newest`.
 */
export async function isPublicAddress(slug: string, number: string): Promise<boolean> {
  if (number !== "newest" && !/^[1-9]\d{0,5}$/.test(number)) return false;
  const address = `${slug}:${number}`;
  if (known.has(address)) return true;
  try {
    if ((await findPublicRevision(slug, number === "newest" ? number : Number(number))) === null) return false;
  } catch (thrown) {
    logger.warn({ err: thrown, slug }, "could not look up a public address");
    return true;
  }
  if (known.size < MAX_KNOWN) known.add(address);
  return true;
}
