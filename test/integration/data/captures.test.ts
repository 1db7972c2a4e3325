import { createHash, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ExtractedPost, Outcome } from "#lib/core/captures/types";
import { type CaptureRecord, recordCapture } from "#lib/data/captures";
import { db } from "#lib/data/client";
import { buildCaptureRequest } from "#test/builders/capture-request";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

function post(platformId: string, wishes: Partial<ExtractedPost> = {}): ExtractedPost {
  return {
    platform: "demo_square",
    platformId,
    canonicalUrl: `https://demo.example/post/${platformId}`,
    text: `كلنا مع دليل ${platformId}`,
    language: "ar",
    authorName: "حساب",
    authorHandle: "Some_Account",
    postedAt: "2018-07-01T10:00:00.000Z",
    counts: { likes: 3 },
    hashtags: ["دليل"],
    fieldSources: { text: "json_ld" },
    details: { repliesTo: "https://demo.example/post/1", isTruncated: true },
    ...wishes,
  };
}

async function record(wishes: Partial<CaptureRecord> = {}): Promise<CaptureRecord> {
  const request = wishes.request ?? (await buildCaptureRequest());
  return {
    id: randomUUID(),
    request,
    outcome: "content",
    signals: [{ signal: "post_id", value: "1" }],
    limitsHit: [],
    requestedUrl: "https://demo.example/post/1",
    finalUrl: "https://demo.example/post/1",
    httpStatus: 200,
    title: "عنوان",
    text: "نص",
    language: "ar",
    endedBy: null,
    startedAt: new Date(),
    finishedAt: new Date(),
    seal: {
      manifestSha256: hash("manifest"),
      signatureSha256: hash("signature"),
      keyFingerprint: hash("key"),
      authorities: ["https://tsa.example/stamp"],
    },
    artifacts: [
      { role: "dom_html", name: "dom.html", sha256: hash("dom"), bytes: 3, mediaType: "text/html" },
      { role: "manifest", name: "manifest.json", sha256: hash("manifest"), bytes: 9, mediaType: "application/json" },
    ],
    posts: [],
    ...wishes,
  };
}

const write = (input: CaptureRecord) => db().$transaction((tx) => recordCapture(tx, input));

async function counts() {
  const [captures, artifacts, observations, custody, outbox] = await Promise.all([
    db().capture.count(),
    db().artifact.count(),
    db().observation.count(),
    db().custodyEvent.count(),
    db().searchOutbox.count(),
  ]);
  return { captures, artifacts, observations, custody, outbox };
}

describe("recordCapture", () => {
  test("writes capture, artifacts, post, account, hashtag, wording, outbox, custody and the finished request", async () => {
    const input = await record({ posts: [post("100")] });
    await write(input);
    const capture = await db().capture.findUniqueOrThrow({
      where: { id: input.id },
      include: { artifacts: true, request: true, observations: true },
    });
    expect(capture.artifacts.map(({ name }) => name).sort()).toEqual(["dom.html", "manifest.json"]);
    expect(capture.request).toMatchObject({ state: "finished", problem: null, retryAt: null });
    expect(capture.observations).toMatchObject([
      {
        outcome: "content",
        authorHandle: "Some_Account",
        counts: { likes: 3 },
        fieldSources: { text: "json_ld" },
        details: { repliesTo: "https://demo.example/post/1", isTruncated: true },
      },
    ]);
    const stored = await db().post.findFirstOrThrow({
      where: { platformId: "100" },
      include: { account: true, hashtags: { include: { hashtag: true } }, wording: true },
    });
    expect(stored.account?.handle).toBe("some_account");
    expect(stored.hashtags.map(({ hashtag }) => hashtag.text)).toEqual(["دليل"]);
    expect(stored.wording).not.toBeNull();
    expect(await db().searchOutbox.findFirst({ where: { entityId: stored.id } })).toMatchObject({ kind: "post" });
    const event = await db().custodyEvent.findFirstOrThrow({ where: { subjectId: input.id } });
    expect(event).toMatchObject({ action: "capture.recorded", actorId: input.request.requestedBy.id });
    expect(event.details).toMatchObject({ manifestSha256: hash("manifest"), keyFingerprint: hash("key") });
  });

  test("what was written cannot be changed or deleted", async () => {
    const input = await record({ posts: [post("101")] });
    await write(input);
    const { id } = input;
    await expect(db().capture.update({ where: { id }, data: { outcome: "deleted" } })).rejects.toThrow();
    await expect(db().artifact.deleteMany({ where: { captureId: id } })).rejects.toThrow();
    await expect(db().observation.updateMany({ where: { captureId: id }, data: { text: "x" } })).rejects.toThrow();
  });

  test("a transaction that fails leaves nothing", async () => {
    const before = await counts();
    const input = await record({ posts: [post("102")] });
    const work = db().$transaction(async (tx) => {
      await recordCapture(tx, input);
      throw new Error("power cut");
    });
    await expect(work).rejects.toThrow("power cut");
    expect(await counts()).toEqual(before);
    expect(await db().post.findFirst({ where: { platformId: "102" } })).toBeNull();
    expect((await db().captureRequest.findUniqueOrThrow({ where: { id: input.request.id } })).state).toBe("running");
  });

  test("an attempt that was taken over records nothing", async () => {
    const request = await buildCaptureRequest({ attempts: 2 });
    const before = await counts();
    await expect(write(await record({ request: { ...request, attempts: 1 } }))).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await counts()).toEqual(before);
    await write(await record({ request }));
    await expect(write(await record({ request }))).rejects.toMatchObject({ code: "conflict" });
  });

  test.each<[Outcome, boolean]>([
    ["deleted", true],
    ["suspended", true],
    ["login_wall", false],
    ["error", false],
  ])("%s of a known post: an observation without content is written: %s", async (outcome, observed) => {
    const platformId = `known-${outcome}`;
    const known = await record({ posts: [post(platformId)] });
    await write(known);
    const request = await buildCaptureRequest({ kind: "post", platformId });
    const input = await record({ request, outcome, text: "must not be kept" });
    await write(input);
    expect((await db().capture.findUniqueOrThrow({ where: { id: input.id } })).text).toBeNull();
    const seen = await db().observation.findMany({ where: { captureId: input.id } });
    expect(seen.map(({ text, outcome: what }) => ({ text, what }))).toEqual(
      observed ? [{ text: null, what: outcome }] : [],
    );
    const row = await db().post.findFirstOrThrow({ where: { platformId } });
    expect(row).toMatchObject({ availability: observed ? outcome : "content", text: `كلنا مع دليل ${platformId}` });
  });

  test("an older sighting that arrives late does not overwrite the newer one", async () => {
    await write(await record({ posts: [post("103", { text: "new" })], finishedAt: new Date("2026-02-02") }));
    await write(await record({ posts: [post("103", { text: "old" })], finishedAt: new Date("2026-01-01") }));
    const row = await db().post.findFirstOrThrow({ where: { platformId: "103" }, include: { observations: true } });
    expect(row.text).toBe("new");
    expect(row.observations).toHaveLength(2);
  });

  test("many captures of the same posts at once, in any order, wait for nobody for ever", async () => {
    const posts = Array.from({ length: 10 }, (_, i) => post(`200${i}`));
    const inputs = await Promise.all(
      Array.from({ length: 6 }, (_, i) => record({ posts: i % 2 ? posts : posts.toReversed() })),
    );
    await Promise.all(inputs.map((input) => db().$transaction((tx) => recordCapture(tx, input), { timeout: 20_000 })));
    expect(await db().observation.count({ where: { captureId: { in: inputs.map(({ id }) => id) } } })).toBe(60);
  });
});
