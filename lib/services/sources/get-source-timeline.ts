import { SAYS_NOTHING } from "#lib/core/captures/compare-captures";
import type { CountSeries, SourceTimeline, TimelineEntry } from "#lib/core/captures/timeline-views";
import type { CaptureWay } from "#lib/core/captures/types";
import { isPromotable } from "#lib/data/capture-requests";
import { db } from "#lib/data/client";
import { listWaitingRechecks } from "#lib/data/rechecks";
import {
  type EntryRow,
  findFirstSaying,
  findNewestAuthor,
  findPendingCause,
  findSource,
  listEntryRows,
  listSeenCounts,
} from "#lib/data/source-timelines";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { isUuid } from "#lib/schemas/ids";
import { toCaptureLine, toCause, toSourceView } from "#lib/services/captures/capture-line";
import { toChangeView } from "#lib/services/sources/change-view";

const PAGE_SIZE = 30;

/**
 * A source over time: one page of its captures with what changed at each, its counts, and the looks still to come.
 * A page past the end is the last one.
 * @throws AppError `not_found`; `not_allowed`.
 */
export async function getSourceTimeline(actor: Actor, id: string, askedPage = 1): Promise<SourceTimeline> {
  assertMay(actor, "captures.read");
  const source = isUuid(id) ? await findSource(db(), id) : null;
  if (!source) throw new AppError("not_found", `No source ${id}`);
  const read = (page: number) => listEntryRows(db(), id, { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE });
  const [asked, looks, pending, first, seen, author] = await Promise.all([
    read(askedPage),
    listWaitingRechecks(db(), id),
    findPendingCause(db(), id),
    findFirstSaying(db(), id),
    source.kind === "post" ? listSeenCounts(db(), source) : [],
    source.kind === "post" ? findNewestAuthor(db(), source) : null,
  ]);
  const pages = Math.max(1, Math.ceil(asked.total / PAGE_SIZE));
  const page = Math.min(askedPage, pages);
  const { rows, total } = page === askedPage ? asked : await read(page);
  return {
    source: toSourceView(source),
    author: author && { name: author.authorName, handle: author.authorHandle },
    entries: rows.map((row) => toEntry(row, first)),
    total,
    page,
    pages,
    looks: looks.map((look) => ({
      id: look.id,
      step: look.step,
      dueAt: look.dueAt.toISOString(),
      isStopped: look.cancelledAt !== null,
      requestedBy: look.requestedBy.name,
    })),
    isScheduleOn: env().RECHECK_AFTER.length > 0,
    pending: pending && { ...toCause(pending), isPromotable: await isPromotable(db(), pending.id) },
    counts: toSeries(seen),
  };
}

function toEntry(row: EntryRow, first: ReadonlyMap<CaptureWay, Date>): TimelineEntry {
  return {
    ...toCaptureLine(row),
    way: row.way,
    changes: row.changesTo.map(toChangeView),
    comparison: SAYS_NOTHING.includes(row.outcome)
      ? "says_nothing"
      : row.finishedAt > (first.get(row.way) ?? row.finishedAt)
        ? "compared"
        : "first",
  };
}

function toSeries(seen: { seenAt: Date; counts: unknown }[]): CountSeries[] {
  const series = new Map<string, CountSeries>();
  for (const { seenAt, counts } of seen) {
    for (const [name, value] of Object.entries(counts as Record<string, number>)) {
      const one = series.get(name) ?? { name, points: [] };
      one.points.push({ at: seenAt.toISOString(), value });
      series.set(name, one);
    }
  }
  return [...series.values()];
}
