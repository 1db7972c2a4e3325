import { randomUUID } from "node:crypto";
import type { ExtractedPost, Outcome } from "#lib/core/captures/types";
import { db } from "#lib/data/client";
import { observePosts, observeUnavailablePost } from "#lib/data/observed-posts";
import { announceChange } from "#lib/data/search-outbox";
import type { Actor } from "#lib/permissions/actor";

export type PostWish = {
  /** Default: a new one. The same id again is another observation of the same post. */
  platformId?: string;
  text?: string | null;
  handle?: string;
  name?: string;
  hashtags?: string[];
  language?: string;
  postedAt?: string;
  seenAt?: string;
  outcome?: Outcome;
};

export type BuiltPost = { postId: string | null; captureId: string; platformId: string };

/** A post as a capture records it: source, request, capture, observation, account, hashtags, wording, outbox. */
export async function buildPost(person: Actor, wish: PostWish = {}): Promise<BuiltPost> {
  const { outcome = "content", text = "A message", handle = "Sample_One" } = wish;
  const platformId = wish.platformId ?? String(BigInt(`0x${randomUUID().replaceAll("-", "").slice(0, 15)}`));
  const canonicalUrl = `http://127.0.0.1:3139/p/${platformId}`;
  const seenAt = new Date(wish.seenAt ?? "2018-07-04T10:00:00Z");
  const about = { kind: "post", platform: "demo_square", platformId } as const;
  const capture = await buildCapture(person, { ...about, canonicalUrl, outcome, text, seenAt, title: null });
  const post: ExtractedPost = {
    platform: "demo_square",
    platformId,
    canonicalUrl,
    text,
    language: wish.language ?? null,
    authorName: wish.name ?? "Sample One",
    authorHandle: handle,
    postedAt: wish.postedAt ?? "2018-07-03T14:02:00Z",
    counts: {},
    hashtags: wish.hashtags ?? [],
    fieldSources: {},
    details: {},
  };
  const sighting = { captureId: capture.id, outcome, seenAt };
  const isContent = outcome === "content" || outcome === "partial";
  const [postId = null] = await db().$transaction(async (tx) => {
    const ids = isContent
      ? await observePosts(tx, sighting, [post])
      : await observeUnavailablePost(tx, sighting, about);
    await announceChange(tx, "post", ids);
    return ids;
  });
  return { postId, captureId: capture.id, platformId };
}

/** A captured web page, announced to search. */
export async function buildWebPage(
  person: Actor,
  wish: { title?: string; text?: string | null; outcome?: Outcome; url?: string } = {},
): Promise<{ captureId: string }> {
  const capture = await buildCapture(person, {
    kind: "web_page",
    platform: "web",
    platformId: null,
    canonicalUrl: wish.url ?? `https://news.example.com/${randomUUID()}`,
    outcome: wish.outcome ?? "content",
    title: wish.title ?? "An article",
    text: wish.text ?? null,
    seenAt: new Date("2018-07-05T10:00:00Z"),
  });
  await db().$transaction((tx) => announceChange(tx, "capture", [capture.id]));
  return { captureId: capture.id };
}

type CaptureWish = {
  kind: "post" | "web_page";
  platform: string;
  platformId: string | null;
  canonicalUrl: string;
  outcome: Outcome;
  title: string | null;
  text: string | null;
  seenAt: Date;
};

async function buildCapture(person: Actor, wish: CaptureWish) {
  const { kind, platform, platformId, canonicalUrl, outcome, title, text, seenAt } = wish;
  const source = await db().source.upsert({
    where: { canonicalUrl },
    create: { kind, platform, platformId, canonicalUrl, label: canonicalUrl },
    update: {},
  });
  const request = await db().captureRequest.create({
    data: { sourceId: source.id, requestedById: person.id, state: "finished" },
  });
  return db().capture.create({
    data: {
      sourceId: source.id,
      requestId: request.id,
      requestedById: person.id,
      outcome,
      signals: [],
      requestedUrl: canonicalUrl,
      finalUrl: canonicalUrl,
      httpStatus: 200,
      title,
      text,
      startedAt: new Date(seenAt.getTime() - 3_000),
      finishedAt: seenAt,
      manifestSha256: "0".repeat(64),
    },
  });
}
