import { planRechecks } from "#lib/core/captures/plan-rechecks";
import { type ExtractedPost, holdsContent, type Outcome, type Signal } from "#lib/core/captures/types";
import { type ClaimedRequest, finishRequest } from "#lib/data/capture-runs";
import type { Tx } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { observePosts, observeUnavailablePost } from "#lib/data/observed-posts";
import { replaceRechecks } from "#lib/data/rechecks";
import { recordChanges } from "#lib/data/record-changes";
import { announceChange } from "#lib/data/search-outbox";
import { lockSource } from "#lib/data/sources";
import { requestTimestamps } from "#lib/data/timestamp-requests";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";
import type { ArtifactRole } from "#prisma/generated/enums";

/** A stored file that becomes part of a capture. */
export type ArtifactRecord = {
  role: ArtifactRole;
  name: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  width?: number;
  height?: number;
};

/** The manifest, who signed it, and who is asked to stamp it. Its files are among the artifacts. */
export type CaptureSeal = {
  manifestSha256: string;
  signatureSha256: string;
  keyFingerprint: string;
  /** Addresses of timestamp authorities; each gets a pending request. */
  authorities: string[];
};

/** Everything one attempt found. The files are in the store already. */
export type CaptureRecord = {
  id: string;
  request: Pick<
    ClaimedRequest,
    | "id"
    | "attempts"
    | "sourceId"
    | "reasons"
    | "kind"
    | "platform"
    | "platformId"
    | "requestedBy"
    | "cause"
    | "recheckStep"
    | "way"
  >;
  outcome: Outcome;
  signals: Signal[];
  limitsHit: string[];
  requestedUrl: string;
  finalUrl: string;
  httpStatus: number | null;
  title: string | null;
  text: string | null;
  language: string | null;
  endedBy: string | null;
  startedAt: Date;
  finishedAt: Date;
  seal: CaptureSeal;
  artifacts: ArtifactRecord[];
  posts: ExtractedPost[];
};

/**
 * Writes one capture, whole, in the caller's transaction: the capture with its artifacts, what it saw of posts,
 * the search outbox, requests to timestamp authorities, the finished request, what changed since the source's
 * previous capture, the looks planned after it and the custody event.
 * @throws AppError `conflict` when the attempt is not the request's newest: somebody else did or does it.
 */
export async function recordCapture(tx: Tx, record: CaptureRecord): Promise<void> {
  const { request, artifacts, posts, signals, seal, ...rest } = record;
  const { authorities, ...sealed } = seal;
  // Captures of one source are recorded one after the other, and never while its looks are being planned.
  await lockSource(tx, request.sourceId);
  if (!(await finishRequest(tx, request, record.finishedAt))) {
    throw new AppError("conflict", `Request ${request.id} is not in attempt ${request.attempts} any more`);
  }
  const isContent = holdsContent(record.outcome);
  const { sourceId, requestedBy } = request;
  await tx.capture.create({
    data: {
      ...rest,
      manifestSha256: seal.manifestSha256,
      text: isContent ? rest.text : null,
      signals,
      way: request.way,
      sourceId,
      requestId: request.id,
      requestedById: requestedBy.id,
    },
  });
  await tx.artifact.createMany({ data: artifacts.map((artifact) => ({ ...artifact, captureId: record.id })) });

  const seen = { captureId: record.id, outcome: record.outcome, seenAt: record.finishedAt };
  const postIds = isContent ? await observePosts(tx, seen, posts) : await observeUnavailablePost(tx, seen, request);
  if (postIds.length > 0) await announceChange(tx, "post", postIds);
  if (isContent && request.kind === "web_page") await announceChange(tx, "capture", [record.id]);

  await requestTimestamps(tx, { type: "capture", id: record.id, sha256: seal.manifestSha256 }, authorities);
  await recordChanges(tx, { ...record, sourceId, way: request.way });

  if (request.cause === "submission" && request.way !== "api") {
    // Searches of an interface cost money: no schedule repeats them.
    const looks = planRechecks(env().RECHECK_AFTER, record.finishedAt);
    await replaceRechecks(tx, { id: sourceId, requestedById: requestedBy.id }, looks);
  }

  const isScheduled = request.cause === "schedule";
  const schedule = { cause: "schedule", step: request.recheckStep, requestedBy: nameOf(requestedBy) };
  await appendCustodyEvent(tx, {
    // What the schedule does, Daleel does; on whose wish stands beside it.
    actor: isScheduled ? null : requestedBy,
    action: "capture.recorded",
    subjectType: "capture",
    subjectId: record.id,
    details: {
      outcome: record.outcome,
      way: request.way,
      requestedUrl: record.requestedUrl,
      finalUrl: record.finalUrl,
      ...sealed,
      artifacts: artifacts.length,
      ...(request.reasons.length > 0 ? { reasons: request.reasons } : {}),
      ...(isScheduled ? schedule : {}),
    },
  });
}

const nameOf = ({ id, name }: { id: string; name: string }) => ({ id, name });
