import type { HiddenPart } from "#lib/core/captures/hidden-parts";
import type { CaptureWay, EndedBy, Outcome, Signal } from "#lib/core/captures/types";
import type { SourceView } from "#lib/core/captures/views";
import { type CaptureDetailRow, findCaptureDetail, listCustodyLines } from "#lib/data/capture-details";
import { findPendingRequests, isPromotable } from "#lib/data/capture-requests";
import { db } from "#lib/data/client";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";
import { type LocalizedText, readLocalized } from "#lib/schemas/localized";
import { toCause, toSourceView } from "#lib/services/captures/capture-line";
import { findLinkedPosts, type LinkedPost } from "#lib/services/captures/find-linked-posts";
import { type ObservationView, toObservationView } from "#lib/services/captures/observation-view";
import { readHiddenParts } from "#lib/services/captures/read-hidden-parts";

export type ArtifactView = {
  id: string;
  role: string;
  name: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  width: number | null;
  height: number | null;
};

export type CustodyLine = {
  seq: string;
  at: string;
  actorName: string;
  action: string;
  details: unknown;
  hash: string;
};

export type CaptureDetail = {
  id: string;
  outcome: Outcome;
  way: CaptureWay;
  signals: Signal[];
  limitsHit: string[];
  source: SourceView;
  requestedUrl: string;
  finalUrl: string;
  httpStatus: number | null;
  title: string | null;
  text: string | null;
  language: string | null;
  endedBy: EndedBy | null;
  startedAt: string;
  finishedAt: string;
  requestedAt: string;
  requestedBy: string;
  /** A person, or the schedule that goes back to `requestedBy`. */
  cause: "submission" | "schedule";
  recheckStep: string | null;
  attempts: number;
  manifestSha256: string;
  submission: { id: string; reason: string; caseFile: { id: string; title: LocalizedText } | null } | null;
  artifacts: ArtifactView[];
  /** What was hidden for the picture without bars; null when the list cannot be read. */
  hidden: HiddenPart[] | null;
  observations: ObservationView[];
  /** Posts that these quote and answer. */
  linked: LinkedPost[];
  custody: CustodyLine[];
  cases: { id: string; title: LocalizedText; status: string }[];
  /** A request for the same source that is waiting or running. */
  pendingRequestId: string | null;
  /** That request is a planned look that nobody has begun: asking again lets it go first. */
  isPromotable: boolean;
};

/**
 * A capture with its files, what it saw, its lines of the custody log.
 * @throws AppError `not_found`, `not_allowed`.
 */
export async function getCapture(actor: Actor, captureId: string): Promise<CaptureDetail> {
  assertMay(actor, "captures.read");
  const row = isUuid(captureId) ? await findCaptureDetail(db(), captureId) : null;
  if (!row) throw new AppError("not_found", `No capture ${captureId}`);
  const observations = row.observations.map((observation) => toObservationView(observation, row));
  const [custody, pending, linked, hidden] = await Promise.all([
    listCustodyLines(db(), "capture", row.id),
    findPendingRequests(db(), [row.sourceId]),
    findLinkedPosts(db(), observations),
    readHiddenParts(row.artifacts),
  ]);
  const pendingRequestId = pending.get(row.sourceId) ?? null;
  return {
    ...ownFields(row),
    submission: toSubmission(row),
    artifacts: row.artifacts.map(({ captureId: _, bytes, ...artifact }) => ({ ...artifact, bytes: Number(bytes) })),
    hidden,
    observations,
    linked,
    custody: custody.map(({ seq, at, actorName, action, details, hash }) => ({
      seq: seq.toString(),
      at: at.toISOString(),
      actorName,
      action,
      details,
      hash,
    })),
    cases: row.exhibits.map(({ caseFile }) => ({ ...caseFile, title: readLocalized(caseFile.title) })),
    pendingRequestId,
    isPromotable: pendingRequestId !== null && (await isPromotable(db(), pendingRequestId)),
  };
}

function ownFields(row: CaptureDetailRow) {
  return {
    id: row.id,
    outcome: row.outcome,
    way: row.way,
    // JSON columns that only recordCapture writes.
    signals: row.signals as Signal[],
    limitsHit: row.limitsHit as string[],
    endedBy: row.endedBy as EndedBy | null,
    source: toSourceView(row.source),
    requestedUrl: row.requestedUrl,
    finalUrl: row.finalUrl,
    httpStatus: row.httpStatus,
    title: row.title,
    text: row.text,
    language: row.language,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt.toISOString(),
    requestedAt: row.request.createdAt.toISOString(),
    requestedBy: row.requestedBy.name,
    ...toCause(row.request),
    attempts: row.request.attempts,
    manifestSha256: row.manifestSha256,
  };
}

function toSubmission(row: CaptureDetailRow): CaptureDetail["submission"] {
  const submission = row.request.items[0]?.submission;
  if (!submission) return null;
  const { id, reason, caseFile } = submission;
  return { id, reason, caseFile: caseFile && { id: caseFile.id, title: readLocalized(caseFile.title) } };
}
