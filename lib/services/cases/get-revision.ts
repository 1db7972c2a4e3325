import { findRevisionRow } from "#lib/data/case-revisions";
import { db } from "#lib/data/client";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { type CaseSnapshot, caseSnapshot } from "#lib/schemas/case-snapshot";

export type Revision = { snapshot: CaseSnapshot; sha256: string; publishedBy: string };

/**
 * One frozen revision of a case, for the desk.
 * @throws AppError `not_found`, `not_allowed`.
 */
export async function getRevision(actor: Actor, caseId: string, number: number): Promise<Revision> {
  assertMay(actor, "cases.edit");
  const row = await findRevisionRow(db(), caseId, number);
  if (!row) throw new AppError("not_found", `No revision ${number} of ${caseId}`);
  return { snapshot: caseSnapshot.parse(row.snapshot), sha256: row.sha256, publishedBy: row.publishedBy.name };
}
