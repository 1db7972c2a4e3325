import { listOpenCaseRows } from "#lib/data/cases";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { type LocalizedText, readLocalized } from "#lib/schemas/localized";

/** As many as anybody looks through; a case that was left alone longer is opened first. */
const MAX_CASES = 500;

/** Case files that exhibits can be added to, the last edited first. @throws AppError `not_allowed` */
export async function listOpenCases(actor: Actor): Promise<{ id: string; slug: string; title: LocalizedText }[]> {
  assertMay(actor, "cases.edit");
  const rows = await listOpenCaseRows(db(), MAX_CASES);
  return rows.map(({ id, slug, title }) => ({ id, slug, title: readLocalized(title) }));
}
