import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { foldHashtag } from "#lib/core/text/fold";
import { db } from "#lib/data/client";
import type { DemoState } from "#lib/demo/demo-post";
import { DEMO_POSTS, postsOfTag } from "#lib/demo/posts";
import { type DemoSite, startDemoSite } from "#lib/demo/site";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import { buildCaptureRequest } from "#test/builders/capture-request";
import { captureRequest, expectSoundManifest } from "#test/capture/run-request";

let site: DemoSite;

beforeAll(async () => {
  site = await startDemoSite({ port: 0 });
  const { host } = new URL(site.origin);
  setEnv({ CAPTURE_ALLOW_HOSTS: host, DEMO_SITE_ORIGIN: site.origin, CAPTURE_TIMEOUT_MS: "20000" });
});
afterAll(async () => {
  await closeQueue();
  await site.stop();
});

async function capturePost(id: string) {
  const url = `${site.origin}/p/${id}`;
  return captureRequest(await buildCaptureRequest({ kind: "post", platformId: id, url, state: "queued" }));
}

const firstWith = (state: DemoState, isScripted = false) => {
  const post = DEMO_POSTS.find((one) => one.state === state && one.isScripted === isScripted);
  if (!post) throw new Error(`Demo Square has no post that is ${state}`);
  return post;
};

describe("a post", () => {
  test.each([false, true])(
    "is captured with its text and a crop at twice the size; drawn by script: %s",
    async (scripted) => {
      const post = firstWith("live", scripted);
      const taken = await capturePost(post.id);
      expect(taken.capture).toMatchObject({ outcome: "content", text: post.text, limitsHit: [] });
      await expectSoundManifest(taken);
      // Readers of a published capture get the provenance: staff are not named in it.
      expect(await taken.json("provenance.json")).toMatchObject({
        request: { requestedBy: { id: expect.any(String) } },
      });
      expect((await taken.bytes("provenance.json")).toString()).not.toContain(taken.request.requestedBy.name);
      expect(await taken.json("post.json")).toMatchObject({ platformId: post.id, text: post.text });
      expect((await taken.bytes("text.txt")).toString()).toBe(post.text);
      const { width = 0 } = await sharp(await taken.bytes("post_crop.png")).metadata();
      expect(width).toBeGreaterThan(900);
      const stored = await db().post.findFirstOrThrow({ where: { platformId: post.id }, include: { account: true } });
      expect(stored).toMatchObject({
        text: post.text,
        availability: "content",
        account: { handle: post.handle.toLowerCase() },
      });
      expect(stored.postedAt?.toISOString()).toBe(post.postedAt);
    },
  );

  test.each<DemoState>([
    "deleted",
    "suspended",
    "protected",
    "age_restricted",
    "login_wall",
    "bot_block",
    "withheld",
    "unavailable",
  ])("that is %s is recorded as that, without text, with picture and documents", async (state) => {
    const taken = await capturePost(firstWith(state).id);
    expect(taken.capture).toMatchObject({ outcome: state, text: null });
    const names = taken.capture?.artifacts.map(({ name }) => name) ?? [];
    expect(names).toEqual(expect.arrayContaining(["screenshot.png", "dom.html", "response.html", "provenance.json"]));
    expect(names).not.toContain("text.txt");
    expect(names).not.toContain("post.json");
    await expectSoundManifest(taken);
  });

  test("that is rate limited waits and tries again", async () => {
    const taken = await capturePost(firstWith("rate_limited").id);
    expect(taken.request).toMatchObject({ state: "queued", problem: "site_rate_limited" });
  });

  test("deleted after its first capture: both captures stay, the post's availability changes", async () => {
    const post = DEMO_POSTS.filter((one) => one.state === "live").at(-1);
    if (!post) throw new Error("no live post");
    await capturePost(post.id);
    site.remove(post.id);
    const again = await capturePost(post.id);
    site.restore(post.id);
    expect(again.capture?.outcome).toBe("deleted");
    const stored = await db().post.findFirstOrThrow({
      where: { platformId: post.id },
      include: { observations: true },
    });
    expect(stored).toMatchObject({ availability: "deleted", text: post.text });
    expect(stored.observations.map(({ outcome }) => outcome).sort()).toEqual(["content", "deleted"]);
  });
});

describe("a deletion", () => {
  test("is believed after two looks, and says so", async () => {
    const { capture, json } = await capturePost(firstWith("deleted").id);
    expect(capture?.outcome).toBe("deleted");
    const { network, secondLook } = await json("provenance.json");
    // Each look had a browser and a proxy of its own, and each is counted by itself.
    expect(secondLook).toMatchObject({ outcome: "deleted", problem: null, network: { main: { status: 410 } } });
    expect(secondLook.network.proxy.arguments).not.toEqual(network.proxy.arguments);
    expect(secondLook.network.proxy.requests).toBeGreaterThan(0);
    expect(capture?.signals).toEqual(
      expect.arrayContaining([
        { signal: "http_status", value: "410" },
        { signal: "tombstone", value: "deleted" },
        { signal: "second_look", value: "deleted" },
      ]),
    );
  });

  test("that is taken back between the looks is only unavailable", async () => {
    const post = DEMO_POSTS.find((one) => one.state === "live" && !one.isScripted && one.replyTo === null);
    if (!post) throw new Error("no live post");
    site.remove(post.id);
    const url = `${site.origin}/p/${post.id}?second-look`;
    const request = await buildCaptureRequest({ kind: "post", platformId: post.id, url, state: "queued" });
    const taking = captureRequest(request);
    const step = () =>
      db()
        .captureRequest.findUniqueOrThrow({ where: { id: request.id } })
        .then((row) => row.step);
    // The page of the first look has been read once its picture is taken.
    await expect.poll(step, { timeout: 30_000 }).toBe("picture");
    site.restore(post.id);
    const { capture } = await taking;
    expect(capture).toMatchObject({ outcome: "unavailable", text: null });
    expect(capture?.signals).toContainEqual({ signal: "second_look", value: "content" });
  });
});

describe("a hashtag", () => {
  const tags = [
    ...new Set(
      DEMO_POSTS.flatMap((post) => [...post.text.matchAll(/#([\p{L}\p{N}\p{M}_]+)/gu)].map((m) => m[1] ?? "")),
    ),
  ];
  const largest =
    tags.toSorted((a, b) => postsOfTag(b, () => false).length - postsOfTag(a, () => false).length)[0] ?? "";

  test("gives each of its posts once, with a picture of each, and says why it ended", async () => {
    const url = `${site.origin}/tag/${encodeURIComponent(largest)}`;
    const request = await buildCaptureRequest({
      kind: "hashtag",
      platformId: foldHashtag(largest),
      url,
      state: "queued",
    });
    const taken = await captureRequest(request);
    const expected = postsOfTag(largest, () => false).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(10);
    expect(taken.capture).toMatchObject({ outcome: "content", endedBy: "exhausted", limitsHit: [] });
    const collected = (await taken.json("posts.json")).map(({ platformId }: { platformId: string }) => platformId);
    expect(collected.toSorted()).toEqual(expected.toSorted());
    expect(taken.capture?.observations).toHaveLength(expected.length);
    expect(taken.request.progress).toBe(expected.length);
    const crops = taken.capture?.artifacts.filter(({ role }) => role === "post_crop").map(({ name }) => name) ?? [];
    expect(crops.toSorted()).toEqual(expected.map((id) => `post_crop-${id}.png`).toSorted());
    await expectSoundManifest(taken);
  });

  test("stops at the limit of posts and stays content", async () => {
    setEnv({ CAPTURE_MAX_POSTS: "5" });
    const url = `${site.origin}/tag/${encodeURIComponent(largest)}?limited`;
    const taken = await captureRequest(
      await buildCaptureRequest({ kind: "hashtag", platformId: largest, url, state: "queued" }),
    );
    setEnv({ CAPTURE_MAX_POSTS: undefined });
    expect(taken.capture).toMatchObject({ outcome: "content", endedBy: "limit", limitsHit: ["posts"] });
    expect(taken.capture?.observations).toHaveLength(5);
  });
});
