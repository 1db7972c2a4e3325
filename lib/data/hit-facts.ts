import type { Db } from "#lib/data/client";
import type { Prisma } from "#prisma/generated/client";

// What the record says of things that a search found: the index knows steps and lags behind by seconds.

export type PhrasingCount = { id: string; posts: number; accounts: number };

/** The phrasing of each wording with its true counts, by wording id; without an entry while it is not compared. */
export async function findPhrasingsOfWordings(
  db: Db,
  wordingIds: readonly string[],
): Promise<Map<string, PhrasingCount>> {
  const rows = await db.wording.findMany({
    where: { id: { in: [...new Set(wordingIds)] }, phrasingId: { not: null } },
    select: { id: true, phrasing: { select: { id: true, postCount: true, accountCount: true } } },
  });
  return new Map(
    rows.flatMap(({ id, phrasing }) =>
      phrasing ? [[id, { id: phrasing.id, posts: phrasing.postCount, accounts: phrasing.accountCount }]] : [],
    ),
  );
}

/** Something found: a post, a captured page or a supplied file, and what else an exhibit of it may name. */
export type FoundThing = {
  id: string;
  kind: "post" | "capture" | "supplied";
  entityId: string;
  captureId: string | null;
  wordingId: string | null;
};

/** The case files that each thing is in: as itself, by its wording, or by the capture that shows it. By the thing's id. */
export async function findCasesOfThings(
  db: Db,
  things: readonly FoundThing[],
): Promise<Map<string, { id: string; title: unknown }[]>> {
  const idsOf = (kind: FoundThing["kind"]) => things.flatMap((one) => (one.kind === kind ? one.entityId : []));
  const captureIds = things.flatMap((one) => one.captureId ?? []);
  const wordingIds = things.flatMap((one) => one.wordingId ?? []);
  const rows = await db.exhibit.findMany({
    where: {
      OR: [
        { kind: "post", postId: { in: idsOf("post") } },
        { kind: "capture", captureId: { in: captureIds } },
        { kind: "wording", wordingId: { in: wordingIds } },
        { kind: "supplied", suppliedId: { in: idsOf("supplied") } },
      ],
    },
    orderBy: { addedAt: "asc" },
    select: {
      kind: true,
      postId: true,
      captureId: true,
      wordingId: true,
      suppliedId: true,
      caseFile: { select: { id: true, title: true } },
    },
  });
  const shows = (row: (typeof rows)[number], one: FoundThing) =>
    (row.kind === "post" && row.postId === one.entityId) ||
    (row.kind === "capture" && row.captureId !== null && row.captureId === one.captureId) ||
    (row.kind === "wording" && row.wordingId !== null && row.wordingId === one.wordingId) ||
    (row.kind === "supplied" && row.suppliedId === one.entityId);
  return new Map(
    things.map((one) => {
      const cases = rows.filter((row) => shows(row, one)).map((row) => row.caseFile);
      return [one.id, [...new Map(cases.map((each) => [each.id, each])).values()]];
    }),
  );
}

/** Hashtags as somebody wrote them, by their folded form. */
export async function findHashtagTexts(db: Db, folded: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.hashtag.findMany({
    where: { folded: { in: [...new Set(folded)] } },
    select: { folded: true, text: true },
  });
  return new Map(rows.map((row) => [row.folded, row.text]));
}

/** When the platform says a post was posted, by post id; null where it does not say. */
export async function findPostedTimes(db: Db, postIds: readonly string[]): Promise<Map<string, Date | null>> {
  const rows = await db.post.findMany({ where: { id: { in: [...postIds] } }, select: { id: true, postedAt: true } });
  return new Map(rows.map(({ id, postedAt }) => [id, postedAt]));
}

/** When supplied files came, by their id. */
export async function findReceivedTimes(db: Db, suppliedIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await db.suppliedItem.findMany({
    where: { id: { in: [...suppliedIds] } },
    select: { id: true, receivedAt: true },
  });
  return new Map(rows.map(({ id, receivedAt }) => [id, receivedAt]));
}

const startsWith = (beginning: string) =>
  ({ startsWith: beginning.replaceAll(/[\\%_]/gu, "\\$&") }) satisfies Prisma.StringFilter;

/** Handles that begin so, in order, at most `take`. */
export async function findHandlesLike(db: Db, beginning: string, take: number): Promise<string[]> {
  const where = { handle: startsWith(beginning) };
  const rows = await db.account.findMany({
    where,
    orderBy: { handle: "asc" },
    take,
    distinct: ["handle"],
    select: { handle: true },
  });
  return rows.map(({ handle }) => handle);
}

/** Hashtags, folded, that begin so, in order, at most `take`. */
export async function findHashtagsLike(db: Db, beginning: string, take: number): Promise<string[]> {
  const where = { folded: startsWith(beginning) };
  const rows = await db.hashtag.findMany({ where, orderBy: { folded: "asc" }, take, select: { folded: true } });
  return rows.map(({ folded }) => folded);
}
