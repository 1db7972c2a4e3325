import { sameData } from "#lib/core/cases/merge-drafts";
import { listExhibitRows } from "#lib/data/case-exhibits";
import { findCaseRow, isUniqueViolation, writeDraft } from "#lib/data/cases";
import { db, type Tx } from "#lib/data/client";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { type CaseDraft, saveCaseInput } from "#lib/schemas/case-draft";
import { parseInput } from "#lib/schemas/parse-input";
import { openCase } from "#lib/services/cases/open-case";
import { readDraft } from "#lib/services/cases/read-draft";

export type SavedCase = { version: number; savedAt: string };

async function readStored(tx: Tx, caseId: string) {
  const row = await findCaseRow(tx, caseId);
  if (!row) throw new AppError("not_found", `No case file ${caseId}`);
  return { row, draft: readDraft(row, await listExhibitRows(tx, caseId)) };
}

/**
 * Saves a whole draft over the version it grew from.
 * A draft equal to what is stored changes nothing, not even who was the last author.
 * Exhibits that the draft does not name keep their place after the others.
 * @param input saveCaseInput.
 * @throws AppError `conflict` when somebody saved meanwhile: `details` hold their `version`, `draft` and `savedBy`;
 *   `frozen` for a published case and for its address; `slug_taken`, `bad_input`, `not_found`, `not_allowed`.
 */
export async function saveCase(actor: Actor, input: unknown): Promise<SavedCase> {
  assertMay(actor, "cases.edit");
  const { caseId, version, draft } = parseInput(saveCaseInput, input);
  try {
    return await db().$transaction((tx) => saveLocked(tx, actor, caseId, version, draft));
  } catch (thrown) {
    if (isUniqueViolation(thrown, "slug")) {
      throw new AppError("slug_taken", `Slug in use: ${draft.slug}`, { slug: draft.slug }, { cause: thrown });
    }
    if (isUniqueViolation(thrown, "_pkey")) {
      throw new AppError("bad_input", "An id belongs to another case", { fields: { draft: "id" } }, { cause: thrown });
    }
    throw thrown;
  }
}

async function saveLocked(tx: Tx, actor: Actor, caseId: string, version: number, draft: CaseDraft): Promise<SavedCase> {
  const { row } = await openCase(tx, caseId, "edit");
  const stored = await readStored(tx, caseId);
  if (row.version !== version) {
    const { lastEditedBy } = stored.row;
    const details = { version: row.version, draft: stored.draft, savedBy: lastEditedBy.name };
    throw new AppError("conflict", `Version ${version} is not ${row.version}`, details);
  }
  if (row.publishedRevisionId && draft.slug !== row.slug) {
    throw new AppError("frozen", "The address of a published case does not change", { fields: { slug: "slug" } });
  }
  const normal = placeExhibits(draft, stored.draft);
  if (sameData(normal, stored.draft)) return { version, savedAt: row.updatedAt.toISOString() };
  assertUniqueIds(normal);
  const saved = await writeDraft(tx, caseId, actor.id, normal);
  return { version: saved.version, savedAt: saved.updatedAt.toISOString() };
}

/** Which exhibits exist is decided by adding and removing them; a draft only orders and captions those. */
function placeExhibits(draft: CaseDraft, stored: CaseDraft): CaseDraft {
  const known = new Map(stored.exhibits.map((exhibit) => [exhibit.id, exhibit]));
  const named = draft.exhibits.filter((exhibit) => known.has(exhibit.id));
  const names = new Set(named.map((exhibit) => exhibit.id));
  return { ...draft, exhibits: [...named, ...stored.exhibits.filter((exhibit) => !names.has(exhibit.id))] };
}

function assertUniqueIds(draft: CaseDraft): void {
  for (const list of ["claims", "timeline", "exhibits"] as const) {
    const ids = draft[list].map((item) => item.id);
    if (new Set(ids).size !== ids.length) {
      throw new AppError("bad_input", `Two ${list} have one id`, { fields: { [`draft.${list}`]: "id" } });
    }
  }
}
