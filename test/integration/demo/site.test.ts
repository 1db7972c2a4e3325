import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoSquareAdapter } from "#lib/adapters/platforms/demo-square/adapter";
import { web } from "#lib/adapters/platforms/web/web";
import type { PageEvidence, RecognisedSource } from "#lib/core/captures/types";
import type { DemoPost, DemoState } from "#lib/demo/demo-post";
import { SHAPES } from "#lib/demo/pages/shapes";
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

  test("text with an apostrophe survives its escaping, in the page and in the link preview", async () => {
    const post = demoPost((one) => one.text.includes("council's calendar"));
    const page = await look(`/p/${post.id}`);
    const bare = { ...page, domHtml: page.domHtml.replace(/<script.*?<\/script>/gs, "") };
    const { posts, text } = demoSquareAdapter(site.origin).extract(sourceOf(post), bare);
    expect(text).toBe(post.text);
    expect(posts[0]?.fieldSources.text).toBe("meta");
    const noMeta = { ...bare, domHtml: bare.domHtml.replace(/<meta property[^>]*>/g, "") };
    const shown = demoSquareAdapter(site.origin).extract(sourceOf(post), noMeta);
    expect(shown.posts[0]).toMatchObject({ text: post.text, counts: post.counts, fieldSources: { text: "dom" } });
  });

  test("a quoted post is on the page and not in the text of the post that quotes it", async () => {
    const post = demoPost((one) => one.quotes !== null);
    const quoted = demoPost((one) => one.id === post.quotes);
    const page = await look(`/p/${post.id}`);
    expect(page.domHtml.match(/<blockquote.*?<\/blockquote>/s)?.[0]).toContain(quoted.handle);
    for (const domHtml of [page.domHtml, page.domHtml.replace(/<script.*?<\/script>|<meta property[^>]*>/gs, "")]) {
      const { text, posts } = demoSquareAdapter(site.origin).extract(sourceOf(post), { ...page, domHtml });
      expect(text).toBe(post.text);
      expect(posts).toHaveLength(1);
    }
  });

  test("a statement about another post, or without its status, is not a deletion", async () => {
    const adapter = demoSquareAdapter(site.origin);
    const post = demoPost((one) => one.state === "deleted");
    const page = await look(`/p/${post.id}`);
    expect(adapter.classify(sourceOf(post), { ...page, httpStatus: 200 }).outcome).toBe("unavailable");
    const other = { ...page, domHtml: page.domHtml.replace(`data-about="${post.id}"`, 'data-about="1"') };
    expect(adapter.classify(sourceOf(post), other).outcome).toBe("unavailable");
  });

  test("a script-rendered post: nothing in the answer, all in the JSON it loads", async () => {
    const adapter = demoSquareAdapter(site.origin);
    const post = demoPost((one) => one.isScripted && one.state === "live");
    const page = await look(`/p/${post.id}`);
    expect(page.responseHtml.slice(0, page.responseHtml.indexOf("recommended"))).not.toContain(post.text);
    expect(adapter.classify(sourceOf(post), page).outcome).toBe("unavailable");
    const url = `${site.origin}/api/posts/${post.id}.json`;
    const loaded = { ...page, json: [{ url, status: 200, body: await (await fetch(url)).json() }] };
    expect(adapter.classify(sourceOf(post), loaded).outcome).toBe("content");
    expect(adapter.extract(sourceOf(post), loaded).posts[0]).toMatchObject({
      text: post.text,
      postedAt: post.postedAt,
      fieldSources: { text: "network_json" },
    });
  });

  test("an account is content, an empty hashtag is not", async () => {
    const adapter = demoSquareAdapter(site.origin);
    const account = adapter.account("@raml_98");
    const empty = adapter.hashtag("#nobody_wrote_this");
    if (!account || !empty) throw new Error("not recognised");
    const page = await look("/@raml_98");
    expect(adapter.classify(account, page).outcome).toBe("content");
    const posts = adapter.extract(account, page).posts;
    expect(posts.map(({ authorHandle }) => authorHandle)).toEqual(posts.map(() => "raml_98"));
    expect(adapter.classify(empty, await look("/tag/nobody_wrote_this")).outcome).toBe("unavailable");
  });

  test("the newspaper: article, soft 404 and paywall are told apart", async () => {
    const outcomeOf = async (path: string) => {
      const source = web.recognise(new URL(path, site.origin));
      if (!source) throw new Error("not recognised");
      return web.classify(source, await look(path)).outcome;
    };
    expect(await outcomeOf("/news/meters-what-changed")).toBe("content");
    expect(await outcomeOf("/news/moon-bridge-one-night")).toBe("content");
    expect(await outcomeOf("/news/who-repeated-it")).toBe("partial");
    expect(await outcomeOf("/news/never-written")).toBe("not_found");
    expect(await outcomeOf("/shapes/no-text")).toBe("unavailable");
    expect(await outcomeOf("/shapes/server-error")).toBe("error");
    site.remove("moon-bridge-one-night");
    expect(await outcomeOf("/news/moon-bridge-one-night")).toBe("not_found");
    site.restore("moon-bridge-one-night");
  });

  test("the index leads to every difficult page in both languages", async () => {
    for (const path of ["/", "/?ui=ar"]) {
      const { domHtml } = await look(path);
      for (const name of Object.keys(SHAPES)) expect(domHtml).toContain(`href="/shapes/${name}"`);
      for (const post of DEMO_POSTS) expect(domHtml).toContain(`/p/${post.id}`);
    }
  });
});
