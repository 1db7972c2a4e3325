import type { z } from "zod";
import {
  exhibitTargetExists,
  findCaptureOfPost,
  findSameExhibit,
  hasObservation,
  insertExhibit,
} from "#lib/data/case-exhibits";
import { touchCase } from "#lib/data/cases";
import { db, type Tx } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { addExhibitInput, type ExhibitTarget } from "#lib/schemas/case-inputs";
import { parseInput } from "#lib/schemas/parse-input";
import { announceExhibitChange } from "#lib/services/cases/announce-exhibit-change";
import { openCase } from "#lib/services/cases/open-case";

/** `added` is false when the case had it already; then nothing was written. */
export type AddedExhibit = { exhibitId: string; version: number; added: boolean };

async function columnsOf(tx: Tx, target: ExhibitTarget) {
  const none = { captureId: null, postId: null, wordingId: null, suppliedId: null };
  if (target.kind === "supplied") return { ...none, suppliedId: target.suppliedId };
  if (target.kind === "capture") return { ...none, captureId: target.captureId };
  if (target.kind === "wording") return { ...none, wordingId: target.wordingId };
  const captureId = target.captureId ?? (await findCaptureOfPost(tx, target.postId));
  if (target.captureId && !(await hasObservation(tx, target.postId, target.captureId))) {
    throw new AppError("bad_input", "That capture does not show that post", {
      fields: { "target.captureId": "capture" },
    });
  }
  return { ...none, postId: target.postId, captureId };
}

/**
 * Puts a capture, a post, a wording or a supplied file into a case as an exhibit, at the end or (undoing a removal) where it was.
 * @param input addExhibitInput.
 * @throws AppError `not_found` when case or target is missing, `frozen`, `not_allowed`, `bad_input`.
 */
export async function addExhibit(actor: Actor, input: unknown): Promise<AddedExhibit> {
  assertMay(actor, "cases.edit");
  const wish = parseInput(addExhibitInput, input);
  return db().$transaction((tx) => placeExhibit(tx, actor, wish));
}

/** The same inside the caller's transaction, for input that was checked. */
export async function placeExhibit(
  tx: Tx,
  actor: Actor,
  { caseId, target, restore }: z.output<typeof addExhibitInput>,
): Promise<AddedExhibit> {
  const { row: caseRow } = await openCase(tx, caseId, "edit");
  const columns = await columnsOf(tx, target);
  if (!(await exhibitTargetExists(tx, columns))) {
    throw new AppError("not_found", `Nothing to exhibit: ${JSON.stringify(target)}`);
  }
  const row = {
    id: restore?.id,
    caseFileId: caseId,
    kind: target.kind,
    ...columns,
    caption: restore?.caption ?? {},
    addedById: actor.id,
  };
  const same = await findSameExhibit(tx, row);
  if (same) return { exhibitId: same.id, version: caseRow.version, added: false };
  const { id } = await insertExhibit(tx, row, restore?.position);
  const { version } = await touchCase(tx, caseId, actor.id);
  await announceExhibitChange(tx, row);
  await appendCustodyEvent(tx, {
    actor,
    action: "exhibit.added",
    subjectType: "case_file",
    subjectId: caseId,
    details: { exhibitId: id, kind: target.kind, ...columns },
  });
  if (columns.suppliedId) {
    // A supplied file's own custody says where it went.
    await appendCustodyEvent(tx, {
      actor,
      action: "exhibit.added",
      subjectType: "supplied_item",
      subjectId: columns.suppliedId,
      details: { exhibitId: id, caseId },
    });
  }
  return { exhibitId: id, version, added: true };
}
