import { withCaptures } from "#lib/core/cases/exhibit-captures";
import { type CaseProblem, findCaseProblems } from "#lib/core/cases/find-case-problems";
import { listExhibitRows } from "#lib/data/case-exhibits";
import { type CaseRowWithParts, findCaseRow } from "#lib/data/cases";
import type { Db } from "#lib/data/client";
import { AppError } from "#lib/errors";
import type { CaseDraft } from "#lib/schemas/case-draft";
import type { SnapshotExhibit } from "#lib/schemas/case-snapshot";
import { freezeExhibits } from "#lib/services/cases/freeze-exhibits";
import { readDraft } from "#lib/services/cases/read-draft";

/** A case with everything the checklist and a snapshot need. */
export type LoadedCase = {
  row: CaseRowWithParts;
  draft: CaseDraft;
  exhibits: SnapshotExhibit[];
  /** Exhibits of the case that no capture shows. */
  lostExhibitIds: string[];
  problems: CaseProblem[];
};

/** Reads a case whole. @throws AppError `not_found` */
export async function loadCase(db: Db, caseId: string): Promise<LoadedCase> {
  const row = await findCaseRow(db, caseId);
  if (!row) throw new AppError("not_found", `No case file ${caseId}`);
  const rows = await listExhibitRows(db, caseId);
  const { exhibits, lost } = freezeExhibits(rows);
  const draft = readDraft(row, rows);
  const problems = findCaseProblems(withCaptures(draft, exhibits));
  return { row, draft, exhibits, lostExhibitIds: lost, problems };
}
