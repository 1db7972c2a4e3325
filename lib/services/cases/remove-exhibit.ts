import type { z } from "zod";
import { deleteExhibit } from "#lib/data/case-exhibits";
import { touchCase } from "#lib/data/cases";
import { db, type Tx } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { addExhibitInput, removeExhibitInput } from "#lib/schemas/case-inputs";
import { parseInput } from "#lib/schemas/parse-input";
import { announceExhibitChange } from "#lib/services/cases/announce-exhibit-change";
import { openCase } from "#lib/services/cases/open-case";

/** `undo` given to addExhibit puts the exhibit back where it was, with its caption and id. */
export type RemovedExhibit = { version: number; undo: z.infer<typeof addExhibitInput> };

/**
 * Takes an exhibit out of a case. The capture itself stays in the archive.
 * @param input removeExhibitInput.
 * @throws AppError `not_found`, `frozen`, `not_allowed`, `bad_input`.
 */
export async function removeExhibit(actor: Actor, input: unknown): Promise<RemovedExhibit> {
  assertMay(actor, "cases.edit");
  const wish = parseInput(removeExhibitInput, input);
  return db().$transaction((tx) => takeOutExhibit(tx, actor, wish));
}

/** The same inside the caller's transaction, for input that was checked. */
export async function takeOutExhibit(
  tx: Tx,
  actor: Actor,
  { caseId, exhibitId }: z.output<typeof removeExhibitInput>,
): Promise<RemovedExhibit> {
  await openCase(tx, caseId, "edit");
  const row = await deleteExhibit(tx, caseId, exhibitId);
  if (!row) throw new AppError("not_found", `No exhibit ${exhibitId} in case ${caseId}`);
  const { version } = await touchCase(tx, caseId, actor.id);
  await announceExhibitChange(tx, row);
  const { kind, captureId, postId, wordingId, suppliedId } = row;
  await appendCustodyEvent(tx, {
    actor,
    action: "exhibit.removed",
    subjectType: "case_file",
    subjectId: caseId,
    details: { exhibitId, kind, captureId, postId, wordingId, suppliedId },
  });
  const target = { kind, captureId: captureId ?? undefined, postId, wordingId, suppliedId };
  const restore = { id: row.id, position: row.position, caption: row.caption };
  return { version, undo: parseInput(addExhibitInput, { caseId, target, restore }) };
}
