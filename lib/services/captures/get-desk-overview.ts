import type { CaptureLine, RequestLine, RestingHost } from "#lib/core/captures/views";
import { listCaptureLines, listUnsolvedCaptures } from "#lib/data/capture-lists";
import {
  type CaptureRequestRow,
  countPendingRequests,
  listFailedRequests,
  listPendingRequests,
} from "#lib/data/capture-requests";
import { db } from "#lib/data/client";
import { listRestingHosts } from "#lib/data/host-pace";
import type { ErrorCode } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { toCaptureLine, toSourceView } from "#lib/services/captures/capture-line";

/** How long a capture without content asks for attention. */
const ATTENTION_DAYS = 7;
const LINES = 8;

export type DeskOverview = {
  /** Requests that ended without any capture. */
  failed: RequestLine[];
  /** Captures that hold no content, none newer of the same source. */
  withoutContent: CaptureLine[];
  withoutContentTotal: number;
  pending: RequestLine[];
  pendingTotal: number;
  /** Sites that captures wait for. */
  resting: RestingHost[];
  recent: CaptureLine[];
};

/**
 * What the desk's first page says about captures.
 * @param now only things of the last seven days before it ask for attention.
 * @throws AppError `not_allowed`.
 */
export async function getDeskOverview(actor: Actor, now = new Date()): Promise<DeskOverview> {
  assertMay(actor, "captures.read");
  const since = new Date(now.getTime() - ATTENTION_DAYS * 86_400_000);
  const order = { direction: "desc", skip: 0, take: LINES } as const;
  const [failed, withoutContent, pending, pendingTotal, resting, recent] = await Promise.all([
    listFailedRequests(db(), since, LINES),
    listUnsolvedCaptures(db(), since, LINES),
    listPendingRequests(db(), LINES),
    countPendingRequests(db()),
    listRestingHosts(db(), now),
    listCaptureLines(db(), {}, order),
  ]);
  return {
    failed: failed.map(toRequestLine),
    withoutContent: withoutContent.rows.map(toCaptureLine),
    withoutContentTotal: withoutContent.total,
    pending: pending.map(toRequestLine),
    pendingTotal,
    resting: resting.map(({ restingUntil, ...host }) => ({ ...host, until: restingUntil.toISOString() })),
    recent: recent.rows.map(toCaptureLine),
  };
}

function toRequestLine(row: CaptureRequestRow): RequestLine {
  return {
    id: row.id,
    source: toSourceView(row.source),
    state: row.state,
    step: row.step,
    posts: row.progress,
    attempts: row.attempts,
    problem: row.problem as ErrorCode | null,
    retryAt: row.retryAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    requestedBy: row.requestedBy.name,
  };
}
