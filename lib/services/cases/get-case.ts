import type { CaseProblem } from "#lib/core/cases/find-case-problems";
import { findPublishObstacle, type PublishObstacle, statusAfter } from "#lib/core/cases/workflow";
import { listRevisionRows } from "#lib/data/case-revisions";
import { listNoteRows } from "#lib/data/cases";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { assertMay, may } from "#lib/permissions/may";
import type { CaseDraft } from "#lib/schemas/case-draft";
import type { CaseSnapshot, SnapshotExhibit } from "#lib/schemas/case-snapshot";
import { type LocalizedText, localizedText } from "#lib/schemas/localized";
import { loadCase } from "#lib/services/cases/load-case";
import { readCaseId } from "#lib/services/cases/read-case-id";

/** A case file as its editor page shows it. */
export type CaseForDesk = {
  id: string;
  status: "draft" | "in_review" | "published" | "retracted";
  version: number;
  isSample: boolean;
  draft: CaseDraft;
  exhibits: SnapshotExhibit[];
  /** Exhibits that no capture shows. */
  lostExhibitIds: string[];
  problems: CaseProblem[];
  createdBy: string;
  lastEditedBy: string;
  updatedAt: string;
  /** The newest published revision, whatever the draft looks like; null when readers never saw it. */
  published: { number: number; publishedAt: string } | null;
  notes: { id: string; author: string; text: string; createdAt: string }[];
  revisions: {
    number: number;
    kind: CaseSnapshot["revision"]["kind"];
    note: LocalizedText;
    publishedBy: string;
    authoredBy: string;
    publishedAt: string;
    sha256: string;
  }[];
  /** What this person can do now. */
  can: {
    edit: boolean;
    submit: boolean;
    sendBack: boolean;
    correct: boolean;
    retract: boolean;
    /** Undefined when they can publish; else the first reason why not. */
    publishObstacle?: PublishObstacle;
  };
};

/**
 * Everything the desk shows of one case.
 * @param caseId as it stands in the URL.
 * @throws AppError `not_found` (also for what is no id), `not_allowed`.
 */
export async function getCase(actor: Actor, caseId: string): Promise<CaseForDesk> {
  assertMay(actor, "cases.edit");
  const id = readCaseId(caseId);
  const { row, draft, exhibits, lostExhibitIds, problems } = await loadCase(db(), id);
  const [notes, revisions] = await Promise.all([listNoteRows(db(), id), listRevisionRows(db(), id)]);
  const hasBeenPublished = row.publishedRevisionId !== null;
  const possible = (step: Parameters<typeof statusAfter>[1]) =>
    statusAfter(row.status, step, hasBeenPublished) !== undefined;
  return {
    id,
    status: row.status,
    version: row.version,
    isSample: row.isSample,
    draft,
    exhibits,
    lostExhibitIds,
    problems,
    createdBy: row.createdBy.name,
    lastEditedBy: row.lastEditedBy.name,
    updatedAt: row.updatedAt.toISOString(),
    published: row.publishedRevision && {
      number: row.publishedRevision.number,
      publishedAt: row.publishedRevision.publishedAt.toISOString(),
    },
    notes: notes.map((note) => ({
      id: note.id,
      author: note.author.name,
      text: note.text,
      createdAt: note.createdAt.toISOString(),
    })),
    revisions: revisions.map((revision) => ({
      number: revision.number,
      kind: revision.kind,
      note: localizedText.parse(revision.note),
      publishedBy: revision.publishedBy.name,
      authoredBy: revision.authoredBy.name,
      publishedAt: revision.publishedAt.toISOString(),
      sha256: revision.sha256,
    })),
    can: {
      edit: possible("edit"),
      submit: possible("submit_for_review"),
      sendBack: possible("send_back") && may(actor, "cases.review"),
      correct: possible("start_correction"),
      retract: possible("retract") && may(actor, "cases.publish"),
      publishObstacle: findPublishObstacle(
        { id: actor.id, mayPublish: may(actor, "cases.publish") },
        { status: row.status, lastEditedById: row.lastEditedById, problemCount: problems.length },
      ),
    },
  };
}
