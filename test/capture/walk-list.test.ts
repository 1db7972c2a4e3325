import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withOpenedPage } from "#lib/adapters/browser/capture-page";
import { type WalkOptions, type WalkResult, walkList } from "#lib/adapters/browser/walk-list";
import { startCaptureProxy } from "#lib/adapters/net/capture-proxy";
import { captureLimits } from "#lib/core/captures/limits";
import type { ExtractedPost } from "#lib/core/captures/types";
import { captureBrowser } from "#lib/services/captures/browser-runtime";
import { type HostileSite, startHostileSite } from "#test/fixtures/hostile-site";

let site: HostileSite;
beforeAll(async () => {
  site = await startHostileSite();
});
afterAll(() => site.stop());

/** Item HTML of the fixture → post; promotions have no link. */
function parse(itemHtml: string): ExtractedPost | null {
  const platformId = /\/post\/(\d+)/.exec(itemHtml)?.[1];
  if (!platformId) return null;
  const none = { language: null, authorName: null, authorHandle: null, postedAt: null, counts: {}, hashtags: [] };
  const canonicalUrl = `${site.origin}/post/${platformId}`;
  return { platform: "demo_square", platformId, canonicalUrl, text: itemHtml, ...none, fieldSources: {}, details: {} };
}

async function walk(
  path: string,
  wishes: Partial<WalkOptions> = {},
  startsAtPx = 0,
): Promise<{ result: WalkResult; progress: number[] }> {
  const progress: number[] = [];
  const limits = captureLimits({ timeoutMs: 30_000, maxBytes: 1e8, maxPosts: 500 });
  const setup = await captureBrowser();
  await using proxy = await startCaptureProxy({ allowHosts: [site.host], limits });
  const opening = {
    setup,
    proxy,
    limits,
    readySelectors: [".item"],
    scroll: false,
    timeFactor: 1,
  };
  const result = await withOpenedPage(site.origin + path, opening, async (opened) => {
    await opened.page.evaluate((top) => scrollTo(0, top), startsAtPx);
    return walkList(opened.page, {
      walk: { itemSelector: ".item", linkSelector: "a", endSelector: ".end", wallSelector: null, errorSelector: null },
      maxPosts: 500,
      maxPictures: 12,
      deadline: opened.deadline,
      parse,
      isWall: async () => false,
      onProgress: async (posts) => void progress.push(posts),
      ...wishes,
    });
  });
  return { result, progress };
}

/** The fixture's posts: every ninth place is a promotion. */
const idsUpTo = (total: number) =>
  Array.from({ length: total }, (_, i) => i)
    .filter((i) => i % 9 !== 4)
    .map((i) => String(9000 + i));

describe("walking a list that draws only what is in view", () => {
  test("takes each post once, in order, leaves promotions out and says exhausted", async () => {
    const { result, progress } = await walk("/list");
    expect(result.posts.map(({ post }) => post.platformId)).toEqual(idsUpTo(60));
    expect(result).toMatchObject({ endedBy: "exhausted", problem: null });
    expect(progress.at(-1)).toBe(idsUpTo(60).length);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  test("begins at the list's start, wherever the page was left", async () => {
    const { result } = await walk("/list", { maxPosts: 8, maxPictures: 0 }, 3_000);
    expect(result.posts.map(({ post }) => post.platformId)).toEqual(idsUpTo(60).slice(0, 8));
  });

  test("each picture shows its own post, whole", async () => {
    const { result } = await walk("/list", { maxPosts: 12 });
    for (const { post, picture } of result.posts) {
      const place = Number(post.platformId) - 9000;
      expect(picture).toMatchObject({ height: 420 });
      const { data, info } = await sharp(picture?.png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      for (const y of [4, info.height - 5]) {
        const at = (y * info.width + 10) * info.channels;
        expect([data[at], data[at + 1], data[at + 2]]).toEqual([place * 4, 200, 120]);
      }
    }
  });

  test("stops at the limit and says so", async () => {
    const { result } = await walk("/list", { maxPosts: 15 });
    expect(result.posts).toHaveLength(15);
    expect(result.endedBy).toBe("limit");
    expect(result.posts.filter(({ picture }) => picture)).toHaveLength(12);
  });

  test("a list that gives no more without saying that it is over has stalled", async () => {
    const { result } = await walk("/list-stalled");
    expect(result.endedBy).toBe("stalled");
    expect(result.posts.map(({ post }) => post.platformId)).toEqual(idsUpTo(25));
  });

  test("a wall where the list was is a wall, and what was collected stays", async () => {
    const { result } = await walk("/list-stalled", { isWall: async () => true });
    expect(result.endedBy).toBe("wall");
    expect(result.posts.length).toBeGreaterThan(5);
  });

  test("a broken item ends with error, and what was collected stays", async () => {
    let calls = 0;
    const breaking = (html: string) => {
      if (++calls > 6) throw new Error("unreadable");
      return parse(html);
    };
    const { result } = await walk("/list", { parse: breaking });
    expect(result).toMatchObject({ endedBy: "error", problem: "unreadable" });
    expect(result.posts.length).toBeGreaterThan(3);
  });
});
