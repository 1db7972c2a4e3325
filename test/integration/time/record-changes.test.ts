import { describe, expect, test } from "vitest";
import type { ExtractedPost } from "#lib/core/captures/types";
import { db } from "#lib/data/client";
import { buildCapture } from "#test/builders/capture";

const T0 = Date.parse("2026-03-01T10:00:00Z");
const at = (hours: number) => new Date(T0 + hours * 3_600_000);

let count = 0;
function newPost() {
  const platformId = `7000${++count}`;
  const url = `https://demo.example/p/${platformId}`;
  const seen = (wishes: Partial<ExtractedPost> = {}): ExtractedPost => ({
    platform: "demo_square",
    platformId,
    canonicalUrl: url,
    text: "قاطعوا المنتج",
    language: "ar",
    authorName: "Someone",
    authorHandle: "someone",
    postedAt: null,
    counts: { likes: 3 },
    hashtags: [],
    fieldSources: {},
    details: {},
    ...wishes,
  });
  const capture = (hours: number, wishes: Parameters<typeof buildCapture>[0] = {}) =>
    buildCapture({ url, platformId, finishedAt: at(hours), posts: [seen()], ...wishes });
  return { platformId, seen, capture };
}

const changesOf = (sourceId: string) =>
  db().sourceChange.findMany({
    where: { sourceId },
    orderBy: [{ at: "asc" }, { kinds: "asc" }],
    select: { fromCaptureId: true, toCaptureId: true, kinds: true, details: true, at: true, seenAt: true },
  });

describe("recording a capture", () => {
  test("writes what changed since the one before, with values, and nothing when nothing did", async () => {
    const post = newPost();
    const first = await post.capture(0);
    await post.capture(1);
    expect(await changesOf(first.sourceId)).toEqual([]);
    const counts = { likes: 10 };
    const third = await post.capture(2, { posts: [post.seen({ text: "قاطعوا المنتجات", counts })] });
    const [change, ...more] = await changesOf(first.sourceId);
    expect(more).toEqual([]);
    expect(change).toMatchObject({ toCaptureId: third.id, at: at(2), kinds: ["text", "counts"], seenAt: null });
    expect(change?.details).toEqual({
      text: { before: "قاطعوا المنتج", after: "قاطعوا المنتجات" },
      counts: { likes: { before: 3, after: 10 } },
    });
  });

  test("a post whose page was cut by a limit is whole itself: what is added to it later is a change", async () => {
    const post = newPost();
    const first = await post.capture(0, { outcome: "partial" });
    await post.capture(1, { outcome: "partial", posts: [post.seen({ text: "قاطعوا المنتج فورًا" })] });
    expect(await changesOf(first.sourceId)).toMatchObject([
      { kinds: ["text"], details: { text: { before: "قاطعوا المنتج", after: "قاطعوا المنتج فورًا" } } },
    ]);
    const cut = newPost();
    const { sourceId } = await cut.capture(0, {
      outcome: "partial",
      posts: [cut.seen({ text: "قاطعوا", details: { isTruncated: true } })],
    });
    await cut.capture(1, { outcome: "partial" });
    expect(await changesOf(sourceId)).toEqual([]);
  });

  test("passes over attempts that say nothing", async () => {
    const post = newPost();
    const first = await post.capture(0);
    for (const outcome of ["error", "rate_limited", "bot_block", "login_wall"] as const) {
      await post.capture(1, { outcome, posts: [] });
    }
    const gone = await post.capture(2, { outcome: "suspended", posts: [] });
    expect(await changesOf(first.sourceId)).toMatchObject([
      { fromCaptureId: first.id, toCaptureId: gone.id, kinds: ["unavailable"] },
    ]);
  });

  test("says that something is back, and compares it with what it was", async () => {
    const post = newPost();
    const first = await post.capture(0);
    const gone = await post.capture(1, { outcome: "protected", posts: [] });
    const back = await post.capture(2, { posts: [post.seen({ authorName: "Somebody" })] });
    expect(await changesOf(first.sourceId)).toMatchObject([
      { fromCaptureId: first.id, toCaptureId: gone.id, kinds: ["unavailable"] },
      { fromCaptureId: first.id, toCaptureId: back.id, kinds: ["author_name"] },
      { fromCaptureId: gone.id, toCaptureId: back.id, kinds: ["available"] },
    ]);
  });

  test("does not take what only a signed-in browser saw for content that is gone", async () => {
    const post = newPost();
    const { sourceId } = await post.capture(0, { way: "session" });
    await post.capture(1, { outcome: "protected", posts: [] });
    expect(await changesOf(sourceId)).toEqual([]);
    await post.capture(2, { way: "session", outcome: "suspended", posts: [] });
    expect(await changesOf(sourceId)).toMatchObject([{ kinds: ["unavailable"] }]);
  });

  test("compares with what was before it, also when it is recorded late", async () => {
    const post = newPost();
    const first = await post.capture(0);
    const last = await post.capture(5, { outcome: "suspended", posts: [] });
    const late = await post.capture(2, { posts: [post.seen({ text: "قاطعوا" })] });
    expect(await changesOf(first.sourceId)).toMatchObject([
      { fromCaptureId: first.id, toCaptureId: late.id, kinds: ["text"] },
      { fromCaptureId: first.id, toCaptureId: last.id, kinds: ["unavailable"] },
    ]);
  });

  test("two captures of one source at once are compared one after the other", async () => {
    const post = newPost();
    const first = await post.capture(0);
    await Promise.all([1, 2, 3].map((hours) => post.capture(hours, { outcome: "suspended", posts: [] })));
    const unavailable = (await changesOf(first.sourceId)).filter(({ kinds }) => kinds.includes("unavailable"));
    expect(unavailable.length).toBeGreaterThan(0);
    for (const { fromCaptureId } of unavailable) expect(fromCaptureId).toBe(first.id);
  });

  test("of a hashtag says which posts were shown this time and not before, and calls none gone", async () => {
    const [a, b, c] = [newPost(), newPost(), newPost()];
    const tag = { kind: "hashtag" as const, url: `https://demo.example/tag/${++count}`, text: null };
    const first = await buildCapture({ ...tag, finishedAt: at(0), posts: [a.seen(), b.seen()] });
    await buildCapture({ ...tag, finishedAt: at(1), posts: [b.seen(), c.seen()] });
    expect(await changesOf(first.sourceId)).toMatchObject([
      { kinds: ["posts"], details: { posts: { gone: [a.platformId], added: [c.platformId] } } },
    ]);
    const missing = await db().post.findFirstOrThrow({ where: { platformId: a.platformId } });
    expect(missing.availability).toBe("content");
  });

  test("compares an article by title and text", async () => {
    const article = { kind: "web_page" as const, platform: "web" as const, url: "https://paper.example/story" };
    const first = await buildCapture({ ...article, finishedAt: at(0), title: "Ten arrested", text: "Ten people" });
    await buildCapture({ ...article, finishedAt: at(1), title: "Nine arrested", text: "Nine people" });
    expect(await changesOf(first.sourceId)).toMatchObject([
      { kinds: ["text", "title"], details: { title: { before: "Ten arrested", after: "Nine arrested" } } },
    ]);
  });
});
