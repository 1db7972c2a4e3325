import { SAYS_NOTHING as NO_STATE, NOTICED_KINDS } from "#lib/core/captures/compare-captures";
import type { Outcome, PlatformId, SourceKind } from "#lib/core/captures/types";
import type { Db } from "#lib/data/client";
import type { Prisma } from "#prisma/generated/client";

/** What one line of a list shows of a capture. */
export const CAPTURE_LINE = {
  id: true,
  outcome: true,
  way: true,
  title: true,
  text: true,
  language: true,
  finishedAt: true,
  requestedBy: { select: { id: true, name: true } },
  request: { select: { cause: true, recheck: { select: { step: true } } } },
  source: true,
  artifacts: {
    where: { role: { in: ["post_crop", "screenshot"] } },
    orderBy: { name: "asc" },
    take: 2,
    select: { id: true, role: true, width: true, height: true },
  },
  observations: { take: 1, orderBy: { id: "asc" }, select: { authorName: true, authorHandle: true } },
  _count: { select: { observations: true } },
} as const satisfies Prisma.CaptureSelect;

export type CaptureLineRow = Prisma.CaptureGetPayload<{ select: typeof CAPTURE_LINE }>;

export type CaptureFilter = {
  outcomes?: Outcome[];
  kind?: SourceKind;
  platform?: PlatformId;
  /** Found in the address, the label, the title or the text. */
  q?: string;
  sourceId?: string;
  cause?: "submission" | "schedule";
  /** Only captures that somebody should hear of: the source was gone, back, or different. */
  isChanged?: boolean;
};

/** `%` and `_` are letters here: Prisma hands them to LIKE as they are. */
const literal = (q: string) => q.replaceAll(/[\\%_]/g, "\\$&");

function where(filter: CaptureFilter): Prisma.CaptureWhereInput {
  const contains = filter.q ? { contains: literal(filter.q), mode: "insensitive" as const } : undefined;
  return {
    outcome: filter.outcomes?.length ? { in: filter.outcomes } : undefined,
    sourceId: filter.sourceId,
    source: { kind: filter.kind, platform: filter.platform },
    request: filter.cause && { cause: filter.cause },
    changesTo: filter.isChanged ? { some: { kinds: { hasSome: [...NOTICED_KINDS] } } } : undefined,
    OR: contains && [
      { title: contains },
      { text: contains },
      { finalUrl: contains },
      { source: { label: contains } },
      { source: { canonicalUrl: contains } },
    ],
  };
}

/** One page of captures by time, with the count of all that match. */
export async function listCaptureLines(
  db: Db,
  filter: CaptureFilter,
  order: { direction: "asc" | "desc"; skip: number; take: number },
): Promise<{ rows: CaptureLineRow[]; total: number }> {
  const [rows, total] = await Promise.all([
    db.capture.findMany({
      where: where(filter),
      orderBy: [{ finishedAt: order.direction }, { id: order.direction }],
      skip: order.skip,
      take: order.take,
      select: CAPTURE_LINE,
    }),
    db.capture.count({ where: where(filter) }),
  ]);
  return { rows, total };
}

/** How many captures of each outcome there are, under the other filters. */
export async function countCapturesByOutcome(db: Db, filter: CaptureFilter): Promise<Map<Outcome, number>> {
  const groups = await db.capture.groupBy({
    by: ["outcome"],
    where: where({ ...filter, outcomes: undefined }),
    _count: { _all: true },
  });
  return new Map(groups.map((group) => [group.outcome, group._count._all]));
}

/** Attempts that say nothing of the source: the same link submitted again is captured again without a question. */
const SAYS_NOTHING: Outcome[] = ["error", "rate_limited"];

/**
 * The capture to offer for each source: the newest that holds content, else the newest that says something of it.
 * By source id.
 */
export async function findOfferedCaptures(db: Db, sourceIds: readonly string[]): Promise<Map<string, CaptureLineRow>> {
  const select = { sourceId: true, ...CAPTURE_LINE };
  const newest = (filter: Prisma.CaptureWhereInput) =>
    db.capture.findMany({
      where: { sourceId: { in: [...sourceIds] }, ...filter },
      distinct: ["sourceId"],
      orderBy: [{ sourceId: "asc" }, { finishedAt: "desc" }],
      select,
    });
  const [any, held] = [
    await newest({ outcome: { notIn: SAYS_NOTHING } }),
    await newest({ outcome: { in: ["content", "partial"] } }),
  ];
  return new Map([...any, ...held].map((row) => [row.sourceId, row]));
}

/**
 * Captures since a time that hold no content and have not been followed by another of their source: what a person
 * should look at. Newest first, with the count of all. What was there before and is gone stands among the changes
 * instead, and a planned look that finds it still gone is nothing new.
 */
export async function listUnsolvedCaptures(
  db: Db,
  since: Date,
  take: number,
): Promise<{ rows: CaptureLineRow[]; total: number }> {
  const found = await db.$queryRaw<{ id: string; total: bigint }[]>`
    SELECT c.id, count(*) OVER () AS total FROM capture c
     WHERE c.finished_at >= ${since} AND c.outcome NOT IN ('content', 'partial')
       AND NOT EXISTS (SELECT 1 FROM capture n WHERE n.source_id = c.source_id AND n.finished_at > c.finished_at)
       AND NOT EXISTS (SELECT 1 FROM source_change g WHERE g.to_capture_id = c.id AND 'unavailable' = ANY (g.kinds))
       AND (c.outcome::text = ANY (${[...NO_STATE]})
            OR NOT EXISTS (SELECT 1 FROM capture_request r WHERE r.id = c.request_id AND r.cause = 'schedule'))
     ORDER BY c.finished_at DESC LIMIT ${take}`;
  const where = { id: { in: found.map((row) => row.id) } };
  const rows = await db.capture.findMany({ where, orderBy: { finishedAt: "desc" }, select: CAPTURE_LINE });
  return { rows, total: Number(found[0]?.total ?? 0) };
}
