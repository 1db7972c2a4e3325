import { findRevisionRow, listRevisionRows } from "#lib/data/case-revisions";
import { db } from "#lib/data/client";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { retractCaseInput } from "#lib/schemas/case-inputs";
import { caseSnapshot } from "#lib/schemas/case-snapshot";
import { parseInput } from "#lib/schemas/parse-input";
import { announcePublication } from "#lib/services/cases/announce-publication";
import { buildTombstone } from "#lib/services/cases/build-snapshot";
import {
  assertPublicNote,
  frameRevision,
  freezeRevision,
  type PublishedCase,
} from "#lib/services/cases/freeze-revision";
import { openCase } from "#lib/services/cases/open-case";

/**
 * Takes a published case back: its page becomes a tombstone with the public note. Earlier revisions stay on the desk; readers find the tombstone at their addresses too.
 * One publisher is enough, because a wrong page must be able to go at once; the note and the log say who.
 * @param input retractCaseInput.
 * @throws AppError `wrong_case_status` for what was never published, `bad_input` without a note, `not_allowed`, `not_found`.
 */
export async function retractCase(actor: Actor, input: unknown): Promise<PublishedCase> {
  assertMay(actor, "cases.publish");
  const { caseId, note } = parseInput(retractCaseInput, input);
  const retracted = await db().$transaction(async (tx) => {
    const { row, next } = await openCase(tx, caseId, "retract");
    const earlier = await listRevisionRows(tx, caseId);
    const last = await findRevisionRow(tx, caseId, earlier.at(-1)?.number ?? 0);
    if (!last) throw new AppError("wrong_case_status", "Never published");
    const seen = caseSnapshot.parse(last.snapshot);
    assertPublicNote(note, seen.absentLocale);
    const frame = frameRevision(row, earlier, "retraction", note, new Date());
    return freezeRevision(tx, actor, row, next, buildTombstone(frame, seen), note);
  });
  await announcePublication(retracted.slug);
  return retracted;
}
