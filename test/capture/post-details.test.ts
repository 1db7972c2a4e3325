import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PostDetails } from "#lib/core/posts/post-details";
import type { DemoPost } from "#lib/demo/demo-post";
import { demoPost } from "#lib/demo/posts";
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
  setEnv({ CAPTURE_WITNESSES: undefined });
  await closeQueue();
  await site.stop();
});

async function capturePost({ id }: DemoPost) {
  const url = `${site.origin}/p/${id}`;
  const request = await buildCaptureRequest({ kind: "post", platformId: id, url, state: "queued" });
  const taken = await captureRequest(request);
  await expectSoundManifest(taken);
  const details = taken.capture?.observations[0]?.details as PostDetails;
  return { ...taken, details, served: (id: string) => `${site.origin}/p/${id}` };
}

/** The SHA-256 of what the site serves. */
async function servedHash(file: string): Promise<string> {
  const answer = await fetch(`${site.origin}/media/${file}`);
  return createHash("sha256")
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest("hex");
}

describe("originals of a post's media", () => {
  test("two photos: not the small ones of the page, the very bytes that the site serves, with their words", async () => {
    const post = demoPost(({ media }) => media.length === 2);
    const { capture, artifact, details, json } = await capturePost(post);
    expect(capture?.outcome).toBe("content");
    expect(details.media).toEqual(
      post.media.map(({ file, small, alt }, i) => ({
        kind: "photo",
        url: `${site.origin}/media/${file}`,
        altText: alt,
        artifact: `media-${i + 1}.${file.split(".").at(-1)}`,
        problem: null,
        // The second stands in the page as it is, so the browser has its bytes already.
        obtained: small === file ? "browser" : "fetched",
      })),
    );
    expect(artifact("media-1.jpg")).toMatchObject({
      role: "media",
      mediaType: "image/jpeg",
      sha256: await servedHash("bill.jpg"),
      ...{ width: 900, height: 675 },
    });
    expect(artifact("media-2.png")).toMatchObject({ mediaType: "image/png", sha256: await servedHash("meter.png") });
    expect((await json("post.json")).details.media).toEqual(details.media);
    const { answers } = (await json("provenance.json")).fetchedBesideTheBrowser;
    expect(answers).toHaveLength(1);
    expect(answers).toMatchObject([
      { purpose: "media", url: `${site.origin}/media/bill.jpg`, status: 200, sha256: await servedHash("bill.jpg") },
    ]);
  });

  test("a film: the variant with the highest bitrate, although the page plays the small one", async () => {
    const { artifact, details } = await capturePost(demoPost(({ media }) => media[0]?.kind === "video"));
    expect(details.media).toMatchObject([{ kind: "video", artifact: "media-1.webm", problem: null }]);
    expect(artifact("media-1.webm")).toMatchObject({
      mediaType: "video/webm",
      sha256: await servedHash("needle.webm"),
    });
  });

  test("one that cannot be had is a problem of its own, not of the capture", async () => {
    const post = demoPost(({ media }) => media.length === 2);
    const [first] = post.media;
    if (!first) throw new Error("no media");
    const file = first.file;
    first.file = "lost.jpg";
    const { capture, details } = await capturePost(post).finally(() => {
      first.file = file;
    });
    expect(capture?.outcome).toBe("content");
    expect(details.media).toMatchObject([
      { artifact: null, problem: "bad_status" },
      { artifact: "media-2.png", problem: null },
    ]);
  });
});

describe("the focal post only", () => {
  test("a quote is a link, and its words are in no text of the capture", async () => {
    const post = demoPost(
      ({ quotes, media, handle }) => quotes !== null && media.length === 0 && handle === "sarab_now",
    );
    const quoted = demoPost(({ id }) => id === post.quotes);
    const { capture, details, bytes, served } = await capturePost(post);
    expect(capture?.text).toBe(post.text);
    expect(details.quotes).toBe(served(quoted.id));
    expect((await bytes("text.txt")).toString()).toBe(post.text);
    expect((await bytes("post.json")).toString()).not.toContain(quoted.text.slice(0, 30));
    // The page itself does show them.
    expect((await bytes("dom.html")).toString()).toContain(quoted.text.slice(0, 30));
  });

  test("an answer names what it answers, without its words", async () => {
    const post = demoPost(({ replyTo, text }) => replyTo !== null && text.startsWith("وأنا كذلك"));
    const { capture, details, served } = await capturePost(post);
    expect(capture?.text).toBe(post.text);
    expect(details.repliesTo).toBe(served(post.replyTo ?? ""));
  });
});

describe("a second witness", () => {
  test("that still holds an older text is kept as it answered, and its disagreement with it", async () => {
    setEnv({ CAPTURE_WITNESSES: "oembed,syndication" });
    const post = demoPost(({ cachedText }) => cachedText !== null);
    const { capture, details, json, artifact } = await capturePost(post);
    expect(capture).toMatchObject({ outcome: "content", text: post.text });
    expect(artifact("witness-oembed.json")?.role).toBe("post_json");
    expect((await json("witness-oembed.json")).html).toContain(post.cachedText);
    expect(details.witnesses).toEqual([{ witness: "oembed", ok: true, problem: null }]);
    const [disagreement] = details.disagreements ?? [];
    expect(disagreement?.field).toBe("text");
    expect(disagreement?.values).toContainEqual({ witness: "oembed", value: post.cachedText });
    expect(disagreement?.values).toContainEqual({ witness: "network_json", value: post.text });
    expect(details.disagreements).toHaveLength(1);
    expect(details.editIds).toEqual(post.editIds);
    expect(details.isStaleEdit).toBeUndefined();
  });

  test("nobody is asked unless the settings name them", async () => {
    setEnv({ CAPTURE_WITNESSES: undefined });
    const { details, artifact } = await capturePost(demoPost(({ cachedText }) => cachedText !== null));
    expect(details.witnesses).toBeUndefined();
    expect(details.disagreements).toBeUndefined();
    expect(artifact("witness-oembed.json")).toBeUndefined();
  });
});
