import { LASTING_KINDS } from "#lib/core/captures/later-changes";
import type { Db, Tx } from "#lib/data/client";
import type { Prisma } from "#prisma/generated/client";

const HOLDS_CONTENT = { in: ["content", "partial"] } satisfies Prisma.EnumOutcomeFilter;

/** A capture with what an exhibit shows of it. Who asked for it is left out on purpose: exhibits become public. */
const CAPTURE = {
  include: {
    source: {
      include: {
        changes: {
          where: { kinds: { hasSome: [...LASTING_KINDS] } },
          orderBy: [{ at: "asc" }, { id: "asc" }],
          select: { at: true, kinds: true, details: true },
        },
      },
    },
    artifacts: { orderBy: { name: "asc" } },
  },
  omit: { requestedById: true },
} as const satisfies Prisma.CaptureDefaultArgs;

/** A post with its account's platform and the newest look at it that held content. */
const OBSERVATION = { include: { post: true } } as const satisfies Prisma.ObservationDefaultArgs;

/** Posts of one wording that are frozen with an exhibit; a larger family is shown by its first posts. */
const MAX_WORDING_POSTS = 500;

/** The exhibits of a case in order, each with its capture, the posts seen in it, or the posts of its wording. */
export async function listExhibitRows(db: Db, caseId: string) {
  return db.exhibit.findMany({
    where: { caseFileId: caseId },
    orderBy: [{ position: "asc" }, { addedAt: "asc" }],
    include: {
      capture: {
        ...CAPTURE,
        include: {
          ...CAPTURE.include,
          observations: { ...OBSERVATION, where: { outcome: HOLDS_CONTENT }, orderBy: { id: "asc" } },
        },
      },
      post: true,
      supplied: true,
      wording: {
        include: {
          posts: {
            orderBy: [{ postedAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
            take: MAX_WORDING_POSTS,
            include: {
              observations: {
                where: { outcome: HOLDS_CONTENT },
                orderBy: { seenAt: "desc" },
                take: 1,
                include: { capture: CAPTURE },
              },
            },
          },
        },
      },
    },
  });
}
export type ExhibitRow = Awaited<ReturnType<typeof listExhibitRows>>[number];
export type ExhibitCaptureRow = Prisma.CaptureGetPayload<typeof CAPTURE>;
export type ExhibitObservationRow = Prisma.ObservationGetPayload<typeof OBSERVATION>;

/** The newest capture that shows a post with its content, or null. */
export async function findCaptureOfPost(db: Db, postId: string): Promise<string | null> {
  const seen = await db.observation.findFirst({
    where: { postId, outcome: HOLDS_CONTENT },
    orderBy: { seenAt: "desc" },
    select: { captureId: true },
  });
  return seen?.captureId ?? null;
}

/** Whether a capture saw a post. */
export async function hasObservation(db: Db, postId: string, captureId: string): Promise<boolean> {
  return (await db.observation.count({ where: { postId, captureId } })) > 0;
}

/** Whether the thing an exhibit would show exists. */
export async function exhibitTargetExists(
  db: Db,
  target: { captureId?: string | null; postId?: string | null; wordingId?: string | null; suppliedId?: string | null },
): Promise<boolean> {
  if (target.suppliedId) return (await db.suppliedItem.count({ where: { id: target.suppliedId } })) > 0;
  if (target.wordingId) return (await db.wording.count({ where: { id: target.wordingId } })) > 0;
  if (target.postId) return (await db.post.count({ where: { id: target.postId } })) > 0;
  return (await db.capture.count({ where: { id: target.captureId ?? undefined } })) > 0;
}

type NewExhibit = {
  id?: string;
  caseFileId: string;
  kind: "capture" | "post" | "wording" | "supplied";
  captureId: string | null;
  postId: string | null;
  wordingId: string | null;
  suppliedId: string | null;
  caption: object;
  addedById: string;
};

/** The exhibit of a case that shows the same thing already, or null. A post counts as the same whatever capture shows it. */
export async function findSameExhibit(db: Db, row: NewExhibit): Promise<{ id: string } | null> {
  const { caseFileId, kind, captureId, postId, wordingId, suppliedId } = row;
  const target = { capture: { captureId }, post: { postId }, wording: { wordingId }, supplied: { suppliedId } }[kind];
  return db.exhibit.findFirst({ where: { caseFileId, kind, ...target }, select: { id: true } });
}

/** Adds an exhibit at a position (the others move down) or at the end. */
export async function insertExhibit(tx: Tx, row: NewExhibit, position?: number): Promise<{ id: string }> {
  const count = await tx.exhibit.count({ where: { caseFileId: row.caseFileId } });
  const at = Math.min(position ?? count, count);
  await tx.exhibit.updateMany({
    where: { caseFileId: row.caseFileId, position: { gte: at } },
    data: { position: { increment: 1 } },
  });
  return tx.exhibit.create({
    data: { ...row, caption: row.caption as Prisma.InputJsonValue, position: at },
    select: { id: true },
  });
}

/** Takes an exhibit out of a case and closes the gap. @returns the row as it was, or null when it is not there. */
export async function deleteExhibit(tx: Tx, caseId: string, exhibitId: string) {
  const row = await tx.exhibit.findFirst({ where: { id: exhibitId, caseFileId: caseId } });
  if (!row) return null;
  await tx.exhibit.delete({ where: { id: exhibitId } });
  await tx.exhibit.updateMany({
    where: { caseFileId: caseId, position: { gt: row.position } },
    data: { position: { decrement: 1 } },
  });
  return row;
}

/** What search has to hear of when an exhibit comes or goes: the capture, and the posts that it stands for. */
export async function listEntitiesOfExhibit(
  db: Db,
  target: { kind: string; captureId: string | null; postId: string | null; wordingId: string | null },
): Promise<{ posts: string[]; captures: string[] }> {
  if (target.kind === "post") return { posts: target.postId ? [target.postId] : [], captures: [] };
  if (target.kind === "wording") {
    const posts = await db.post.findMany({ where: { wordingId: target.wordingId }, select: { id: true } });
    return { posts: target.wordingId ? posts.map((post) => post.id) : [], captures: [] };
  }
  if (!target.captureId) return { posts: [], captures: [] };
  const seen = await db.observation.findMany({ where: { captureId: target.captureId }, select: { postId: true } });
  return { posts: seen.map((each) => each.postId), captures: [target.captureId] };
}

/** Captures that could become exhibits, newest first: those whose address, title, text or author has the words. */
export async function listExhibitCandidateRows(db: Db, words: string, take: number) {
  const contains = { contains: words, mode: "insensitive" } as const;
  return db.capture.findMany({
    where: {
      outcome: HOLDS_CONTENT,
      ...(words
        ? {
            OR: [
              { title: contains },
              { text: contains },
              { source: { canonicalUrl: contains } },
              { source: { label: contains } },
              { observations: { some: { OR: [{ text: contains }, { authorHandle: contains }] } } },
            ],
          }
        : {}),
    },
    orderBy: { finishedAt: "desc" },
    take,
    include: {
      source: true,
      artifacts: { where: { role: { in: ["screenshot", "post_crop"] } }, orderBy: { name: "asc" } },
      observations: {
        where: { outcome: HOLDS_CONTENT },
        include: { post: { select: { id: true, platformId: true, wordingId: true } } },
        take: 200,
        orderBy: { id: "asc" },
      },
    },
  });
}
