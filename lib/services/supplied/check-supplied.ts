import { hashStoredFile } from "#lib/adapters/files/hash-stored-file";
import { db } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { findSuppliedItem } from "#lib/data/supplied-items";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";

/** `holds` when the stored bytes are those that came. */
export type SuppliedCheck = "holds" | "changed" | "missing";

/**
 * Computes the SHA-256 of a supplied file again and writes into the custody log who asked and what was found.
 * @throws AppError `not_found`, `not_allowed`.
 */
export async function checkSupplied(actor: Actor, id: string): Promise<SuppliedCheck> {
  assertMay(actor, "captures.read");
  const row = isUuid(id) ? await findSuppliedItem(db(), id) : null;
  if (!row) throw new AppError("not_found", `No supplied file ${id}`);
  const found = await hashStoredFile(row.sha256);
  const result: SuppliedCheck = found === null ? "missing" : found === row.sha256 ? "holds" : "changed";
  await db().$transaction((tx) =>
    appendCustodyEvent(tx, {
      actor,
      action: "supplied.checked",
      subjectType: "supplied_item",
      subjectId: id,
      details: { sha256: row.sha256, result },
    }),
  );
  return result;
}
