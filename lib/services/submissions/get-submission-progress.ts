import type { LineProblem } from "#lib/core/captures/recognise-line";
import type { CaptureLine, SourceView } from "#lib/core/captures/views";
import { db } from "#lib/data/client";
import { findSubmissionProgress, type SubmissionProgressRow } from "#lib/data/submissions";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";
import { type LocalizedText, readLocalized } from "#lib/schemas/localized";
import { toCaptureLine, toSourceView } from "#lib/services/captures/capture-line";

export type RequestProgress = {
  id: string;
  state: "queued" | "running" | "finished" | "failed";
  /** Step of the worker, see lib/services/captures. */
  step: string | null;
  /** Posts collected so far. */
  posts: number;
  attempts: number;
  /** An error code of lib/errors.ts. */
  problem: string | null;
  /** ISO; the next try is not before. */
  retryAt: string | null;
  /** Whether this person may still take it back. */
  canWithdraw: boolean;
};

export type LineProgress = {
  id: string;
  lineNumber: number;
  input: string;
  state: "accepted" | "duplicate" | "rejected";
  problem: LineProblem | null;
  source: SourceView | null;
  request: RequestProgress | null;
  /** What the request led to. */
  capture: CaptureLine | null;
  /** For a duplicate: the capture there was before. */
  existing: CaptureLine | null;
};

export type SubmissionProgress = {
  id: string;
  reason: string;
  submittedBy: string;
  createdAt: string;
  caseFile: { id: string; title: LocalizedText } | null;
  lines: LineProgress[];
  /** Nothing will change any more by itself. */
  isFinished: boolean;
};

/**
 * How far each line of a submission got.
 * @throws AppError `not_found`, `not_allowed`.
 */
export async function getSubmissionProgress(actor: Actor, submissionId: string): Promise<SubmissionProgress> {
  assertMay(actor, "captures.read");
  const row = isUuid(submissionId) ? await findSubmissionProgress(db(), submissionId) : null;
  if (!row) throw new AppError("not_found", `No submission ${submissionId}`);
  const lines = row.items.map((item) => toLine(item, actor));
  return {
    id: row.id,
    reason: row.reason,
    submittedBy: row.submittedBy.name,
    createdAt: row.createdAt.toISOString(),
    caseFile: row.caseFile ? { id: row.caseFile.id, title: readLocalized(row.caseFile.title) } : null,
    lines,
    isFinished: lines.every(({ request }) => request?.state !== "queued" && request?.state !== "running"),
  };
}

function toLine(item: SubmissionProgressRow["items"][number], actor: Actor): LineProgress {
  const { request } = item;
  return {
    id: item.id,
    lineNumber: item.lineNumber,
    input: item.input,
    state: item.state,
    // Written by submitSources only.
    problem: item.problem as LineProblem | null,
    source: item.source && toSourceView(item.source),
    request: request && {
      id: request.id,
      state: request.state,
      step: request.step,
      posts: request.progress,
      attempts: request.attempts,
      problem: request.problem,
      retryAt: request.retryAt?.toISOString() ?? null,
      canWithdraw: request.state === "queued" && !request.startedAt && request.requestedById === actor.id,
    },
    capture: request?.capture ? toCaptureLine(request.capture) : null,
    existing: item.existing && toCaptureLine(item.existing),
  };
}
