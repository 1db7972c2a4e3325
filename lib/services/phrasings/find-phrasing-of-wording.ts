import { db } from "#lib/data/client";
import { findPhrasingOfWording as findRow } from "#lib/data/phrasing-pages";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";

/**
 * Which phrasing a wording belongs to now; null while it was not compared yet. A wording's id lasts, a phrasing's may not.
 * @throws AppError `not_found` for an unknown wording.
 */
export async function findPhrasingOfWording(actor: Actor, wordingId: string): Promise<string | null> {
  assertMay(actor, "captures.read");
  const row = isUuid(wordingId) ? await findRow(db(), wordingId) : null;
  if (!row) throw new AppError("not_found", `There is no wording ${wordingId}`);
  return row.phrasingId;
}
