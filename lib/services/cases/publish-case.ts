import { findPublishObstacle } from "#lib/core/cases/workflow";
import { listRevisionRows } from "#lib/data/case-revisions";
import { db } from "#lib/data/client";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay, may } from "#lib/permissions/may";
import { publishCaseInput } from "#lib/schemas/case-inputs";
import { parseInput } from "#lib/schemas/parse-input";
import { announcePublication } from "#lib/services/cases/announce-publication";
import { buildSnapshot } from "#lib/services/cases/build-snapshot";
import {
  assertPublicNote,
  frameRevision,
  freezeRevision,
  type PublishedCase,
} from "#lib/services/cases/freeze-revision";
import { loadCase } from "#lib/services/cases/load-case";
import { openCase } from "#lib/services/cases/open-case";

/**
 * Publishes a case in review as a frozen revision; from the second time on as a correction, with a public note.
 * Of two publishers at once, the second finds the case published.
 * @param input publishCaseInput.
 * @throws AppError `not_allowed`; `wrong_case_status`; `conflict` when somebody saved after the publisher read it;
 *   `second_person_needed`; `case_incomplete` with `details.problems`; `bad_input` when a needed note is missing.
 */
export async function publishCase(actor: Actor, input: unknown): Promise<PublishedCase> {
  assertMay(actor, "cases.publish");
  const { caseId, version, note } = parseInput(publishCaseInput, input);
  const published = await db().$transaction(async (tx) => {
    const { row, next } = await openCase(tx, caseId, "publish");
    if (row.version !== version) {
      throw new AppError("conflict", `Version ${version} is not ${row.version}`, { version: row.version });
    }
    const { draft, exhibits, problems } = await loadCase(tx, caseId);
    const person = { id: actor.id, mayPublish: may(actor, "cases.publish") };
    const obstacle = findPublishObstacle(person, { ...row, problemCount: problems.length });
    if (obstacle === "last_author") throw new AppError("second_person_needed", "The last author cannot publish");
    if (obstacle) throw new AppError("case_incomplete", `${problems.length} problems`, { problems });

    const earlier = await listRevisionRows(tx, caseId);
    const kind = earlier.length === 0 ? "publication" : "correction";
    if (kind === "correction") assertPublicNote(note, draft.absentLocale);
    const frame = frameRevision(row, earlier, kind, note, new Date());
    const snapshot = buildSnapshot(frame, draft, exhibits);
    return freezeRevision(tx, actor, row, next, snapshot, kind === "correction" ? note : {});
  });
  await announcePublication(published.slug);
  return published;
}
