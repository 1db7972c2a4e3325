import {
  type ComparedCapture,
  compareCaptures,
  NOTICED_KINDS,
  SAYS_NOTHING,
} from "#lib/core/captures/compare-captures";
import { holdsContent } from "#lib/core/captures/types";
import type { PostDetails } from "#lib/core/posts/post-details";
import type { Tx } from "#lib/data/client";
import type { CaptureWay, Outcome } from "#prisma/generated/enums";

type NewCapture = { id: string; sourceId: string; way: CaptureWay; outcome: Outcome; finishedAt: Date };

/**
 * Writes what is different from the source's previous capture that says something, taken the same way; and, when content
 * is back after an absence, what is different from the content before it. The caller holds the source, and the capture
 * with its observations is written.
 */
export async function recordChanges(tx: Tx, capture: NewCapture): Promise<void> {
  if (SAYS_NOTHING.includes(capture.outcome)) return;
  const previous = await findPrevious(tx, capture, { notIn: [...SAYS_NOTHING] });
  if (!previous) return;
  await recordChange(tx, capture, previous.id);
  if (!holdsContent(capture.outcome) || holdsContent(previous.outcome)) return;
  const content = await findPrevious(tx, capture, { in: ["content", "partial"] });
  if (content) await recordChange(tx, capture, content.id);
}

async function findPrevious(
  tx: Tx,
  { id, sourceId, way, finishedAt }: NewCapture,
  outcome: { in: Outcome[] } | { notIn: Outcome[] },
) {
  return tx.capture.findFirst({
    where: { id: { not: id }, sourceId, way, outcome, finishedAt: { lte: finishedAt } },
    orderBy: [{ finishedAt: "desc" }, { id: "desc" }],
    select: { id: true, outcome: true },
  });
}

async function recordChange(tx: Tx, { id, sourceId, finishedAt }: NewCapture, fromCaptureId: string): Promise<void> {
  const change = compareCaptures(await readCompared(tx, fromCaptureId), await readCompared(tx, id));
  if (!change) return;
  const { kinds, details } = change;
  // What nobody has to hear of counts as seen from the start: the list of unseen changes stays short to search.
  const seenAt = kinds.some((kind) => NOTICED_KINDS.includes(kind)) ? null : finishedAt;
  const data = { sourceId, fromCaptureId, toCaptureId: id, at: finishedAt, kinds, details, seenAt };
  await tx.sourceChange.create({ data });
}

async function readCompared(tx: Tx, id: string): Promise<ComparedCapture> {
  const row = await tx.capture.findUniqueOrThrow({
    where: { id },
    select: {
      outcome: true,
      title: true,
      text: true,
      source: { select: { kind: true, platformId: true } },
      artifacts: { where: { role: "media" }, select: { name: true, sha256: true } },
    },
  });
  const { kind, platformId } = row.source;
  const isList = kind === "hashtag" || kind === "account";
  const posts = isList ? await tx.observation.findMany({ where: { captureId: id }, select: POST_ID }) : [];
  const where = { captureId: id, post: { platformId: platformId ?? "" } };
  const focal = kind === "post" ? await tx.observation.findFirst({ where }) : null;
  // JSON columns that only recordCapture writes.
  const details = (focal?.details ?? {}) as PostDetails;
  const files = new Map(row.artifacts.map(({ name, sha256 }) => [name, sha256]));
  return {
    kind,
    outcome: row.outcome,
    title: row.title,
    text: focal?.text ?? row.text,
    // A limit that cut the rest of its page leaves a post whole; of an article nobody knows.
    isTextCut: focal ? details.isTruncated === true : row.outcome === "partial",
    authorName: focal?.authorName ?? null,
    authorHandle: focal?.authorHandle ?? null,
    authorPicture: details.authorPicture ?? null,
    media: details.media?.map(({ url, artifact }) => ({ url, sha256: files.get(artifact ?? "") ?? null })) ?? null,
    counts: (focal?.counts ?? {}) as Record<string, number>,
    posts: isList ? posts.map(({ post }) => post.platformId) : null,
  };
}

const POST_ID = { post: { select: { platformId: true } } } as const;
