import { FOLD_VERSION } from "#lib/core/text/fold";
import type { Db } from "#lib/data/client";
import { wordingDigest } from "#lib/data/wordings";
import type { Prisma } from "#prisma/generated/client";

const WORDING = { id: true, folded: true, body: true, text: true, phrasingId: true } as const;

/** A wording as copies are looked for; `text` and `body` are null until they were worked out. */
export type WordingRow = {
  id: string;
  folded: string;
  body: string | null;
  text: string | null;
  phrasingId: string | null;
};

/** The wording with exactly these folded words that some post has or had; null when none ever had. */
export async function findWordingByFolded(db: Db, folded: string): Promise<WordingRow | null> {
  const key = { foldVersion: FOLD_VERSION, digest: wordingDigest(folded) };
  return db.wording.findUnique({ where: { foldVersion_digest: key }, select: WORDING });
}

/** These wordings, in any order; unknown ids are overlooked. */
export async function listWordingsById(db: Db, ids: readonly string[]): Promise<WordingRow[]> {
  return ids.length === 0 ? [] : db.wording.findMany({ where: { id: { in: [...ids] } }, select: WORDING });
}

/** A text that can be chosen, and what shows it. */
export type ChosenRow = { text: string; language: string | null; captureId: string | null };

const SHOWN = {
  where: { outcome: { in: ["content", "partial"] } },
  orderBy: [{ seenAt: "desc" }, { id: "desc" }],
  take: 1,
  select: { captureId: true },
} satisfies Prisma.Post$observationsArgs;

const POST = { text: true, language: true, observations: SHOWN } satisfies Prisma.PostSelect;

/** The newest text of a post; null when there is no such post or it has no text. */
export async function findTextOfPost(db: Db, postId: string): Promise<ChosenRow | null> {
  const post = await db.post.findUnique({ where: { id: postId }, select: POST });
  return post?.text ? { ...post, text: post.text, captureId: post.observations[0]?.captureId ?? null } : null;
}

/** A wording as its oldest post wrote it. */
export async function findTextOfWording(db: Db, wordingId: string): Promise<ChosenRow | null> {
  const wording = await db.wording.findUnique({
    where: { id: wordingId },
    select: {
      folded: true,
      text: true,
      posts: { orderBy: [{ postedAt: { sort: "asc", nulls: "last" } }, { id: "asc" }], take: 1, select: POST },
    },
  });
  if (!wording) return null;
  const [post] = wording.posts;
  return {
    text: post?.text ?? wording.text ?? wording.folded,
    language: post?.language ?? null,
    captureId: post?.observations[0]?.captureId ?? null,
  };
}

/** What an exhibit shows, as far as copies can be looked for of it. */
export async function findExhibitTarget(db: Db, exhibitId: string) {
  return db.exhibit.findUnique({
    where: { id: exhibitId },
    select: {
      kind: true,
      postId: true,
      wordingId: true,
      capture: {
        select: {
          id: true,
          text: true,
          language: true,
          source: { select: { kind: true } },
          observations: { where: SHOWN.where, take: 2, select: { postId: true } },
        },
      },
    },
  });
}

const DECISION = {
  id: true,
  wordingAId: true,
  wordingBId: true,
  verdict: true,
  decidedAt: true,
  decidedBy: { select: { name: true } },
} satisfies Prisma.WordingDecisionSelect;
export type DecisionRow = Prisma.WordingDecisionGetPayload<{ select: typeof DECISION }>;

/** Decisions between one wording and others that stand, by the other's id; the newest of each pair. */
export async function findDecisionsWith(
  db: Db,
  wordingId: string,
  otherIds: readonly string[],
): Promise<Map<string, DecisionRow>> {
  const others = [...otherIds];
  const rows = await db.wordingDecision.findMany({
    where: {
      withdrawnAt: null,
      OR: [
        { wordingAId: wordingId, wordingBId: { in: others } },
        { wordingBId: wordingId, wordingAId: { in: others } },
      ],
    },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
    select: DECISION,
  });
  return new Map(rows.map((row) => [row.wordingAId === wordingId ? row.wordingBId : row.wordingAId, row]));
}

/** Which of these phrasings have a post just now, whatever their counts say. */
export async function findPhrasingsWithPosts(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT f.id FROM phrasing f
     WHERE f.id = ANY(${[...ids]}::uuid[])
       AND EXISTS (SELECT FROM wording w JOIN post p ON p.wording_id = w.id WHERE w.phrasing_id = f.id)`;
  return new Set(rows.map(({ id }) => id));
}

/** The counts that are kept with these phrasings. */
export async function listPhrasingRows(db: Db, ids: readonly string[]) {
  return ids.length === 0 ? [] : db.phrasing.findMany({ where: { id: { in: [...ids] } } });
}
