import { NOTICED_KINDS, SAYS_NOTHING } from "#lib/core/captures/compare-captures";
import { CAPTURE_LINE } from "#lib/data/capture-lists";
import type { Db } from "#lib/data/client";
import { CHANGE } from "#lib/data/source-timelines";
import type { Prisma } from "#prisma/generated/client";

const NOTICE = {
  ...CHANGE,
  toCaptureId: true,
  source: {
    include: {
      captures: {
        where: { outcome: { notIn: [...SAYS_NOTHING] } },
        orderBy: { finishedAt: "desc" },
        take: 1,
        select: { outcome: true },
      },
    },
  },
  toCapture: { select: CAPTURE_LINE },
} as const satisfies Prisma.SourceChangeSelect;

export type NoticeRow = Prisma.SourceChangeGetPayload<{ select: typeof NOTICE }>;

export type NoticeFilter = { isSeen?: boolean };

const noticed = ({ isSeen }: NoticeFilter): Prisma.SourceChangeWhereInput => ({
  kinds: { hasSome: [...NOTICED_KINDS] },
  seenAt: isSeen === undefined ? undefined : isSeen ? { not: null } : null,
});

/** Changes that somebody should hear of, newest first, with the count of all that match. */
export async function listNoticeRows(
  db: Db,
  filter: NoticeFilter,
  { skip, take }: { skip: number; take: number },
): Promise<{ rows: NoticeRow[]; total: number }> {
  const where = noticed(filter);
  const [rows, total] = await Promise.all([
    db.sourceChange.findMany({ where, orderBy: [{ at: "desc" }, { id: "desc" }], skip, take, select: NOTICE }),
    db.sourceChange.count({ where }),
  ]);
  return { rows, total };
}

/** How many changes nobody has marked as seen. */
export async function countUnseenNotices(db: Db): Promise<number> {
  return db.sourceChange.count({ where: noticed({ isSeen: false }) });
}

/** Marks a change as seen by somebody, or as not seen. The first who saw it stays. @returns false when there is none. */
export async function setNoticeSeen(db: Db, id: string, seen: { at: Date; byId: string } | null): Promise<boolean> {
  const data = { seenAt: seen?.at ?? null, seenById: seen?.byId ?? null };
  await db.sourceChange.updateMany({ where: { id, seenAt: seen ? null : undefined }, data });
  return (await db.sourceChange.count({ where: { id } })) === 1;
}
