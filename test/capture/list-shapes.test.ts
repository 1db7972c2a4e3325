import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withOpenedPage } from "#lib/adapters/browser/capture-page";
import { readFileBytes } from "#lib/adapters/files/file-store";
import { startCaptureProxy } from "#lib/adapters/net/capture-proxy";
import { platformFor } from "#lib/adapters/platforms/registry";
import { captureLimits } from "#lib/core/captures/limits";
import type { EndedBy } from "#lib/core/captures/types";
import { type DemoSite, startDemoSite } from "#lib/demo/site";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import { captureBrowser } from "#lib/services/captures/browser-runtime";
import { collectPosts } from "#lib/services/captures/collect-posts";
import { startKeeping } from "#lib/services/captures/keep-artifacts";
import { buildCaptureRequest } from "#test/builders/capture-request";
import { captureRequest } from "#test/capture/run-request";

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

/** Walks one awkward list as a capture does, without its other files. */
async function collect(tag: string) {
  const url = `${site.origin}/tag/${tag}`;
  const source = { kind: "hashtag", platform: "demo_square", platformId: tag, canonicalUrl: url, label: tag } as const;
  const adapter = platformFor(source);
  const walk = adapter.listWalk(source);
  if (!walk) throw new Error("a hashtag is a list");
  const limits = { ...captureLimits({ timeoutMs: 60_000, maxBytes: 1e8, maxPosts: 200 }), maxPostCrops: 0 };
  await using proxy = await startCaptureProxy({ allowHosts: [new URL(site.origin).host], limits });
  const opening = {
    setup: await captureBrowser(),
    proxy,
    limits,
    readySelectors: adapter.readySelectors(source),
    scroll: false,
    timeFactor: 1,
  };
  const keeper = startKeeping();
  const found = await withOpenedPage(url, opening, (opened) =>
    collectPosts(opened, keeper, { source, adapter, walk, limits, onProgress: async () => undefined }),
  );
  const list = JSON.parse(
    (await readFileBytes(keeper.kept.find(({ name }) => name === "list.json")?.sha256 ?? "")).toString(),
  );
  return { ...found, list };
}

describe("how a list ends", () => {
  test.each<[tag: string, endedBy: EndedBy, problem: string | null, posts: number]>([
    ["list_frozen", "stalled", null, 8],
    ["list_error", "error", "Something went wrong here. Try again", 16],
    ["list_wall", "wall", "Sign in", 16],
    ["list_circle", "stalled", "the same part of the list came again", 16],
    ["list_false_end", "stalled", "the page says it is over, its data that there is more", 24],
  ])("%s: %s", async (tag, endedBy, problem, posts) => {
    const found = await collect(tag);
    expect(found.endedBy).toBe(endedBy);
    expect(found.posts).toHaveLength(posts);
    expect(found.list).toMatchObject({ endedBy, problem });
    expect(found.list.firstSeen.map(({ place }: { place: number }) => place)).toEqual(found.posts.map((_, i) => i + 1));
    const times = found.list.firstSeen.map(({ at }: { at: string }) => at);
    expect(times).toEqual(times.toSorted());
    if (problem) expect(found.signals).toContainEqual({ signal: "list_ended", value: problem });
  });

  test("a post that was sent and not drawn is told, and not taken for one that was seen", async () => {
    const found = await collect("list_hidden");
    expect(found).toMatchObject({ endedBy: "exhausted" });
    expect(found.posts).toHaveLength(23);
    expect(found.list.comparedWithThePagesData).toMatchObject({
      onlyInNetwork: [expect.any(String)],
      notInNetwork: [],
    });
    expect(found.signals).toContainEqual({ signal: "list_only_in_network", value: "1" });
  });

  test("a wall in the middle makes the capture a part, whatever came before", async () => {
    const url = `${site.origin}/tag/list_wall`;
    const request = await buildCaptureRequest({ kind: "hashtag", platformId: "list_wall", url, state: "queued" });
    const { capture } = await captureRequest(request);
    expect(capture).toMatchObject({ outcome: "partial", endedBy: "wall" });
    expect(capture?.observations).toHaveLength(16);
  });
});
