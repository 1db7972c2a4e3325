import type { Db } from "#lib/data/client";
import type { Prisma } from "#prisma/generated/client";

const CAPTURE_DETAIL = {
  id: true,
  outcome: true,
  way: true,
  signals: true,
  limitsHit: true,
  requestedUrl: true,
  finalUrl: true,
  httpStatus: true,
  title: true,
  text: true,
  language: true,
  endedBy: true,
  startedAt: true,
  finishedAt: true,
  manifestSha256: true,
  sourceId: true,
  source: true,
  requestedBy: { select: { id: true, name: true } },
  request: {
    select: {
      id: true,
      createdAt: true,
      attempts: true,
      cause: true,
      recheck: { select: { step: true } },
      items: {
        select: { submission: { select: { id: true, reason: true, caseFile: { select: { id: true, title: true } } } } },
        orderBy: { id: "asc" },
        take: 1,
      },
    },
  },
  artifacts: { orderBy: [{ role: "asc" }, { name: "asc" }] },
  observations: {
    orderBy: [{ postedAt: "desc" }, { id: "asc" }],
    select: {
      id: true,
      outcome: true,
      text: true,
      authorName: true,
      authorHandle: true,
      postedAt: true,
      seenAt: true,
      counts: true,
      fieldSources: true,
      details: true,
      post: {
        select: {
          id: true,
          platform: true,
          platformId: true,
          canonicalUrl: true,
          language: true,
          wordingId: true,
          wording: { select: { _count: { select: { posts: true } } } },
          hashtags: { select: { hashtag: { select: { text: true } } } },
        },
      },
    },
  },
  exhibits: {
    select: { caseFile: { select: { id: true, title: true, status: true } } },
    distinct: ["caseFileId"],
  },
} as const satisfies Prisma.CaptureSelect;

export type CaptureDetailRow = Prisma.CaptureGetPayload<{ select: typeof CAPTURE_DETAIL }>;

/** A capture with everything that hangs on it, or null. */
export async function findCaptureDetail(db: Db, id: string): Promise<CaptureDetailRow | null> {
  return db.capture.findUnique({ where: { id }, select: CAPTURE_DETAIL });
}

/** Lines of the custody log about one thing, oldest first. */
export async function listCustodyLines(db: Db, subjectType: string, subjectId: string) {
  return db.custodyEvent.findMany({ where: { subjectType, subjectId }, orderBy: { seq: "asc" } });
}
