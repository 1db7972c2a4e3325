import { db } from "#lib/data/client";
import { findSuppliedItem, listCasesOfSupplied, listSuppliedCustody } from "#lib/data/supplied-items";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";
import { localizedText } from "#lib/schemas/localized";
import { toSuppliedItem } from "#lib/services/supplied/list-supplied";

/**
 * One supplied file with its custody and the case files that show it.
 * @throws AppError `not_found`, `not_allowed`.
 */
export async function getSupplied(actor: Actor, id: string) {
  assertMay(actor, "captures.read");
  const row = isUuid(id) ? await findSuppliedItem(db(), id) : null;
  if (!row) throw new AppError("not_found", `No supplied file ${id}`);
  const [custody, cases] = await Promise.all([listSuppliedCustody(db(), id), listCasesOfSupplied(db(), id)]);
  return {
    ...toSuppliedItem(row),
    custody: custody.map(({ seq, at, ...line }) => ({ ...line, seq: seq.toString(), at: at.toISOString() })),
    cases: cases.map(({ title, ...rest }) => ({ ...rest, title: localizedText.catch({}).parse(title) })),
  };
}

export type SuppliedDetail = Awaited<ReturnType<typeof getSupplied>>;
