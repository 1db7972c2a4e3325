import { type CaseStep, statusAfter } from "#lib/core/cases/workflow";
import { type CaseRow, lockCase } from "#lib/data/cases";
import type { Tx } from "#lib/data/client";
import { AppError } from "#lib/errors";

/**
 * Locks a case for one step of its workflow.
 * @returns the row and the status after the step, which the caller sets.
 * @throws AppError `not_found`; `frozen` when a published case is edited; `wrong_case_status` otherwise.
 */
export async function openCase(
  tx: Tx,
  caseId: string,
  step: CaseStep,
): Promise<{ row: CaseRow; next: CaseRow["status"] }> {
  const row = await lockCase(tx, caseId);
  if (!row) throw new AppError("not_found", `No case file ${caseId}`);
  const next = statusAfter(row.status, step, row.publishedRevisionId !== null);
  if (next) return { row, next };
  const isFrozen = step === "edit" && (row.status === "published" || row.status === "retracted");
  throw new AppError(isFrozen ? "frozen" : "wrong_case_status", `${step} is not possible in ${row.status}`, {
    status: row.status,
  });
}
