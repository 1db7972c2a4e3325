import { AppError } from "#lib/errors";
import { listPublicCases } from "#lib/services/cases/list-public-cases";
import { findPublicRevision } from "#lib/services/cases/read-public-case";

/**
 * Reads what readers are about to be shown of a case, so that it is in this process's memory before old pages go.
 * @returns the number of the newest revision; 0 when the case was never published.
 * @throws AppError `database_down` (or what the database said) when it cannot be read now: keep the old pages.
 */
export async function refreshPublicCase(slug: string): Promise<number> {
  await listPublicCases({ allowLast: false });
  const newest = await findPublicRevision(slug, "newest", { allowLast: false });
  if (!newest) return 0;
  const { number } = newest.snapshot.revision;
  if (number !== newest.newestNumber) throw new AppError("internal", `revision ${number} is not the newest of ${slug}`);
  return number;
}
