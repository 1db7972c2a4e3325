import { SAYS_NOTHING } from "#lib/core/captures/compare-captures";
import { CAPTURE_LINE } from "#lib/data/capture-lists";
import type { Db } from "#lib/data/client";
import type { Prisma } from "#prisma/generated/client";
import type { CaptureWay } from "#prisma/generated/enums";

/** Captures whose counts are drawn; of a source with more, the newest. */
const MAX_COUNTED = 500;

/** What a page shows of a change and of the capture before it. */
export const CHANGE = {
  id: true,
  at: true,
  kinds: true,
  details: true,
  seenAt: true,
  seenBy: { select: { name: true } },
  fromCapture: { select: CAPTURE_LINE },
} as const satisfies Prisma.SourceChangeSelect;

export type ChangeRow = Prisma.SourceChangeGetPayload<{ select: typeof CHANGE }>;

const ENTRY = {
  ...CAPTURE_LINE,
  way: true,
  changesTo: { orderBy: { id: "asc" }, select: CHANGE },
} as const satisfies Prisma.CaptureSelect;

export type EntryRow = Prisma.CaptureGetPayload<{ select: typeof ENTRY }>;

/** A source, or null. */
export async function findSource(db: Db, id: string) {
  return db.source.findUnique({ where: { id } });
}

/** The source of each capture, when and the way it was made, by capture id. */
export async function findPlacesOfCaptures(
  db: Db,
  captureIds: readonly string[],
): Promise<Map<string, { sourceId: string; finishedAt: Date; way: CaptureWay }>> {
  const where = { id: { in: [...captureIds] } };
  const rows = await db.capture.findMany({ where, select: { id: true, sourceId: true, finishedAt: true, way: true } });
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}

/** One page of a source's captures with what changed at each, newest first, and the count of all. */
export async function listEntryRows(
  db: Db,
  sourceId: string,
  { skip, take }: { skip: number; take: number },
): Promise<{ rows: EntryRow[]; total: number }> {
  const where = { sourceId };
  const [rows, total] = await Promise.all([
    db.capture.findMany({ where, orderBy: [{ finishedAt: "desc" }, { id: "desc" }], skip, take, select: ENTRY }),
    db.capture.count({ where }),
  ]);
  return { rows, total };
}

/** A capture with its place among those of its source, or null. */
export async function findCapturePlace(db: Db, id: string) {
  return db.capture.findUnique({
    where: { id },
    select: {
      id: true,
      sourceId: true,
      finishedAt: true,
      source: { select: { _count: { select: { captures: true } } } },
      changesTo: { select: { fromCaptureId: true, kinds: true } },
      changesFrom: { select: { toCaptureId: true, kinds: true } },
    },
  });
}

/** When captures of a source that say something of it begin, by the way they were taken. */
export async function findFirstSaying(db: Db, sourceId: string): Promise<Map<CaptureWay, Date>> {
  const groups = await db.capture.groupBy({
    by: ["way"],
    where: { sourceId, outcome: { notIn: [...SAYS_NOTHING] } },
    _min: { finishedAt: true },
  });
  return new Map(groups.flatMap(({ way, _min }) => (_min.finishedAt ? [[way, _min.finishedAt] as const] : [])));
}

/** The captures of a source next to one of them in time: the newest before it, the oldest after it. */
export async function findNeighbours(db: Db, capture: { id: string; sourceId: string; finishedAt: Date }) {
  const { id, sourceId, finishedAt } = capture;
  const select = { id: true, finishedAt: true } as const;
  const [before, after] = await Promise.all([
    db.capture.findFirst({
      where: { sourceId, OR: [{ finishedAt: { lt: finishedAt } }, { finishedAt, id: { lt: id } }] },
      orderBy: [{ finishedAt: "desc" }, { id: "desc" }],
      select,
    }),
    db.capture.findFirst({
      where: { sourceId, OR: [{ finishedAt: { gt: finishedAt } }, { finishedAt, id: { gt: id } }] },
      orderBy: [{ finishedAt: "asc" }, { id: "asc" }],
      select,
    }),
  ]);
  return { before, after };
}

/** What captures of a post showed of its counts, oldest first. */
export async function listSeenCounts(db: Db, source: { id: string; platformId: string | null }) {
  if (!source.platformId) return [];
  const rows = await db.observation.findMany({
    where: {
      capture: { sourceId: source.id },
      post: { platformId: source.platformId },
      outcome: { in: ["content", "partial"] },
    },
    orderBy: { seenAt: "desc" },
    take: MAX_COUNTED,
    select: { seenAt: true, counts: true },
  });
  return rows.reverse();
}

/** The author of a source's newest capture that saw one. */
export async function findNewestAuthor(db: Db, source: { id: string; platformId: string | null }) {
  if (!source.platformId) return null;
  return db.observation.findFirst({
    where: {
      capture: { sourceId: source.id },
      post: { platformId: source.platformId },
      OR: [{ authorName: { not: null } }, { authorHandle: { not: null } }],
    },
    orderBy: { seenAt: "desc" },
    select: { authorName: true, authorHandle: true },
  });
}

/** The oldest request of a source that is waiting or running, or null. */
export async function findPendingCause(db: Db, sourceId: string) {
  return db.captureRequest.findFirst({
    where: { sourceId, state: { in: ["queued", "running"] } },
    orderBy: { createdAt: "asc" },
    select: { id: true, cause: true, recheck: { select: { step: true } } },
  });
}
