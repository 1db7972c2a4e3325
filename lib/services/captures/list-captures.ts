import type { Outcome } from "#lib/core/captures/types";
import type { CaptureLine } from "#lib/core/captures/views";
import { storableText } from "#lib/core/text/storable";
import { type CaptureFilter, countCapturesByOutcome, listCaptureLines } from "#lib/data/capture-lists";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import type { CaptureQuery } from "#lib/schemas/capture-query";
import { toCaptureLine } from "#lib/services/captures/capture-line";

const PAGE_SIZE = 40;

export type CaptureList = {
  captures: CaptureLine[];
  total: number;
  page: number;
  pages: number;
  /** Under the other filters, largest first. */
  outcomes: { outcome: Outcome; count: number }[];
};

/**
 * One page of captures. A page past the end is the last one.
 * @throws AppError `not_allowed`.
 */
export async function listCaptures(actor: Actor, query: CaptureQuery): Promise<CaptureList> {
  assertMay(actor, "captures.read");
  const filter: CaptureFilter = {
    outcomes: query.outcome,
    kind: query.kind,
    platform: query.platform,
    cause: query.cause,
    isChanged: query.changed,
    q: storableText(query.q) || undefined,
  };
  const direction = query.sort === "oldest" ? "asc" : "desc";
  const read = (page: number) =>
    listCaptureLines(db(), filter, { direction, skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE });
  const [asked, byOutcome] = await Promise.all([read(query.page), countCapturesByOutcome(db(), filter)]);
  const pages = Math.max(1, Math.ceil(asked.total / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const { rows, total } = page === query.page ? asked : await read(page);
  const outcomes = [...byOutcome].map(([outcome, count]) => ({ outcome, count }));
  outcomes.sort((a, b) => b.count - a.count || (a.outcome < b.outcome ? -1 : 1));
  return { captures: rows.map(toCaptureLine), total, page, pages, outcomes };
}
