import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoSquareAdapter } from "#lib/adapters/platforms/demo-square/adapter";
import type { PageEvidence, RecognisedSource } from "#lib/core/captures/types";
import type { DemoPost, DemoState } from "#lib/demo/demo-post";
import { DEMO_POSTS, demoPost, postsOfTag } from "#lib/demo/posts";
import { type DemoSite, startDemoSite } from "#lib/demo/site";

let site: DemoSite;
beforeAll(async () => {
  site = await startDemoSite({ port: 0 });
});
afterAll(() => site.stop());

/** A page as a browser without scripts would bring it home. */
async function look(path: string): Promise<PageEvidence> {
  const requestedUrl = site.origin + path;
  const response = await fetch(requestedUrl);
  const text = await response.text();
  return {
    requestedUrl,
    finalUrl: response.url,
    httpStatus: response.status,
    responseHtml: text,
    domHtml: text,
    json: [],
  };
}

function sourceOf(post: DemoPost): RecognisedSource {
  const source = demoSquareAdapter(site.origin).recognise(new URL(`/p/${post.id}`, site.origin));
  if (!source) throw new Error("not recognised");
  return source;
}

async function classify(post: DemoPost) {
  return demoSquareAdapter(site.origin).classify(sourceOf(post), await look(`/p/${post.id}`));
}

describe("Demo Square", () => {
  test.each<[DemoState, string]>([
    ["deleted", "deleted"],
    ["suspended", "suspended"],
    ["protected", "protected"],
    ["age_restricted", "age_restricted"],
    ["withheld", "withheld"],
    ["login_wall", "login_wall"],
    ["bot_block", "bot_block"],
    ["rate_limited", "rate_limited"],
    ["unavailable", "unavailable"],
    ["live", "content"],
  ])("a post that is %s is classified as %s", async (state, outcome) => {
    const post = demoPost((one) => one.state === state && !one.isScripted);
    expect((await classify(post)).outcome).toBe(outcome);
  });

  test("deleted needs a second look", async () => {
    expect((await classify(demoPost((one) => one.state === "deleted"))).needsSecondLook).toBe(true);
  });

  test("a post that quotes a tombstone's sentence is content", async () => {
    const post = demoPost((one) => one.text.includes("حذف صاحب المنشور هذا المنشور"));
    expect((await classify(post)).outcome).toBe("content");
  });

  test("only the focal post's text is extracted, with where each field came from", async () => {
    const post = demoPost((one) => one.handle === "baladiya_sarab");
    const { posts, text } = demoSquareAdapter(site.origin).extract(sourceOf(post), await look(`/p/${post.id}`));
    expect(text).toBe(post.text);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({
      authorHandle: "baladiya_sarab",
      postedAt: post.postedAt,
      hashtags: ["عدادات_سراب"],
    });
    expect(posts[0]?.fieldSources.text).toBe("json_ld");
  });

  test("the author can take a post away, and the newspaper an article", async () => {
    const post = demoPost((one) => one.handle === "sarab_now");
    site.remove(post.id);
    expect((await classify(post)).outcome).toBe("deleted");
    site.restore(post.id);
    expect((await classify(post)).outcome).toBe("content");
    site.remove("meters-what-changed");
    const page = await look("/news/meters-what-changed");
    expect(page.httpStatus).toBe(200);
    expect(page.domHtml).toContain("الصفحة غير موجودة");
    site.restore("meters-what-changed");
  });

  test("a list brings each post of its hashtag once, and promoted rows that are no posts", async () => {
    const adapter = demoSquareAdapter(site.origin);
    const tag = adapter.hashtag("#عدادات_سراب");
    if (!tag) throw new Error("not recognised");
    const seen: string[] = [];
    let promoted = 0;
    for (let cursor: number | null = 0; cursor !== null; ) {
      const url = `${site.origin}/api/tag/${encodeURIComponent("عدادات_سراب")}?cursor=${cursor}`;
      const part = (await (await fetch(url)).json()) as { rows: string[]; next: number | null };
      for (const row of part.rows) {
        const post = adapter.extractListItem(tag, row);
        if (post) seen.push(post.platformId);
        else promoted++;
      }
      cursor = part.next;
    }
    expect(seen).toEqual(postsOfTag("عدادات_سراب").map(({ id }) => id));
    expect(promoted).toBeGreaterThan(0);
  });

  test("ids hold their time as X's do and are unique", () => {
    expect(new Set(DEMO_POSTS.map(({ id }) => id)).size).toBe(DEMO_POSTS.length);
    for (const { id, postedAt } of DEMO_POSTS) {
      expect(new Date(Number((BigInt(id) >> 22n) + 1_288_834_974_657n)).toISOString()).toBe(postedAt);
    }
  });
});
