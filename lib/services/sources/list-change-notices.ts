import type { ChangeNotice } from "#lib/core/captures/timeline-views";
import { holdsContent } from "#lib/core/captures/types";
import { countUnseenNotices, listNoticeRows, type NoticeFilter, type NoticeRow } from "#lib/data/change-notices";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { toCaptureLine, toSourceView } from "#lib/services/captures/capture-line";
import { toChangeView } from "#lib/services/sources/change-view";

const PAGE_SIZE = 30;

export type ChangeNotices = { notices: ChangeNotice[]; total: number; page: number; pages: number };

/**
 * What changed at sources that were captured earlier and that somebody should hear of, newest first. A page past the
 * end is the last one.
 * @throws AppError `not_allowed`.
 */
export async function listChangeNotices(
  actor: Actor,
  query: NoticeFilter & { page?: number; pageSize?: number },
): Promise<ChangeNotices> {
  assertMay(actor, "captures.read");
  const { page: askedPage = 1, pageSize: take = PAGE_SIZE, ...filter } = query;
  const read = (page: number) => listNoticeRows(db(), filter, { skip: (page - 1) * take, take });
  const asked = await read(askedPage);
  const pages = Math.max(1, Math.ceil(asked.total / take));
  const page = Math.min(askedPage, pages);
  const { rows, total } = page === askedPage ? asked : await read(page);
  return { notices: rows.map(toNotice), total, page, pages };
}

/** How many such changes nobody has marked as seen. @throws AppError `not_allowed`. */
export async function countUnseenChanges(actor: Actor): Promise<number> {
  assertMay(actor, "captures.read");
  return countUnseenNotices(db());
}

function toNotice(row: NoticeRow): ChangeNotice {
  const shown = holdsContent(row.fromCapture.outcome) ? row.fromCapture : row.toCapture;
  const { author, excerpt, language, title, picture } = toCaptureLine(shown);
  return {
    ...toChangeView(row),
    source: toSourceView(row.source),
    author,
    language,
    excerpt: excerpt ?? title,
    picture,
    toCaptureId: row.toCaptureId,
    outcomeNow: row.source.captures[0]?.outcome ?? row.toCapture.outcome,
  };
}
