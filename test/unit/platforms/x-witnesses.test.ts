import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oembedWitness } from "#lib/adapters/platforms/x/witnesses/oembed";
import { syndicationWitness, tokenFor } from "#lib/adapters/platforms/x/witnesses/syndication";
import { x } from "#lib/adapters/platforms/x/x";
import type { PostWitness } from "#lib/core/posts/post-witness";
import { readXFixture, X_POST_ID, X_POST_URL, xPage } from "#test/unit/platforms/x-page";

const syndication = syndicationWitness(X_POST_ID);
const oembed = oembedWitness(X_POST_ID);
const source = x.recognise(new URL(X_POST_URL));

function read(witness: typeof oembed, name: string, status = 200) {
  return witness.read({ status, body: readXFixture(name) });
}

function said(witness: typeof oembed, name: string): PostWitness {
  const { post } = read(witness, name);
  if (!post) throw new Error(`${name} holds no post`);
  return post;
}

function disagreements(json: string[], asked: PostWitness[], html?: string) {
  const post = source && x.extract(source, xPage({ json, ...(html ? { html } : {}) }), asked).posts[0];
  return post?.details.disagreements ?? [];
}

describe("what is asked", () => {
  test("the embed service, with the widget's token, language and features; the base can be another", () => {
    const url = new URL(syndication.request.url);
    expect(url.origin + url.pathname).toBe("https://cdn.syndication.twimg.com/tweet-result");
    expect(url.searchParams.get("id")).toBe(X_POST_ID);
    expect(url.searchParams.get("lang")).toBe("en");
    expect(url.searchParams.get("token")).toBe(tokenFor(X_POST_ID));
    expect(url.searchParams.get("features")).toContain("tfw_tweet_edit_backend:on");
    expect(syndicationWitness("20", "http://127.0.0.1:9/t").request.url).toMatch(/^http:\/\/127\.0\.0\.1:9\/t\?id=20&/);
  });

  test("the token is the widget's own sum, without zeros and the dot", () => {
    expect(tokenFor("1628832338187636740")).toMatch(/^[1-9a-z]+$/);
    // 1628832.33818763674 × π in base 36 is written down once, so that a change of the sum is seen.
    expect(tokenFor("1628832338187636740")).toBe("3y54libozsy");
  });

  test("oEmbed at its address of today, for the post's own address", () => {
    const url = new URL(oembed.request.url);
    expect(url.origin + url.pathname).toBe("https://publish.x.com/oembed");
    expect(url.searchParams.get("url")).toBe(X_POST_URL);
  });

  test("nobody about lists", () => {
    const list = x.recognise(new URL("https://x.com/hashtag/bread"));
    expect(list && x.secondWitnesses?.(list)).toEqual([]);
    expect(source && x.secondWitnesses?.(source).map(({ name }) => name)).toEqual(["syndication", "oembed"]);
  });
});

describe("the embed service", () => {
  test("a post, as the page's own JSON has it", () => {
    expect(said(syndication, "syndication.json")).toMatchObject({
      source: "syndication",
      text: "سعر الخبز في سوق الخيال لم يتغير & الوزن كما هو https://bread.example/prices #سوق_الخيال",
      authorHandle: "invented_baker",
      authorId: "1000000000000000001",
      postedAt: "2026-03-04T09:15:30.000Z",
      counts: { likes: 41, replies: 3 },
      hashtags: ["سوق_الخيال"],
      mediaCount: 2,
    });
    expect(disagreements(["photos.json"], [said(syndication, "syndication.json")])).toEqual([]);
  });

  test("quoted and answered posts as links, versions, and nothing of their words", () => {
    const post = said(syndication, "syndication-quote.json");
    expect(post).toMatchObject({
      quotes: "https://x.com/i/status/2029108457763766275",
      repliesTo: "https://x.com/i/status/2029093358269366273",
      editIds: ["2029123020387254275", X_POST_ID, "2029124000000000000"],
      isStaleEdit: true,
      mediaCount: 0,
    });
    expect(JSON.stringify(post)).not.toMatch(/الاقتباس|يرد عليه/);
  });

  test("a long post is only how it begins, and says so", () => {
    const post = said(syndication, "syndication-long.json");
    expect(post.isTruncated).toBe(true);
    expect(disagreements(["long-post.json"], [post])).toEqual([]);
    const other = { ...post, text: "بداية نص آخر عن سوق الخيال، ثم وسطه…" };
    expect(disagreements(["long-post.json"], [other]).map(({ field }) => field)).toEqual(["text"]);
  });

  test.each([
    ["nothing", "syndication-tombstone.json", 200],
    ["nothing", "syndication-empty.json", 200],
    ["nothing", "syndication-empty.json", 404],
    ["refused", "syndication-empty.json", 403],
    ["refused", "syndication-empty.json", 429],
    ["failed", "syndication-empty.json", 502],
    ["unreadable", "login.html", 200],
    ["unreadable", "error-144.json", 200],
  ])("%s: %s with status %i says nothing about the post itself", (problem, name, status) => {
    expect(read(syndication, name, status)).toEqual({ post: null, problem });
  });

  test("an answer about another post is no witness", () => {
    expect(read(syndicationWitness("20"), "syndication.json")).toEqual({ post: null, problem: "other_post" });
  });
});

describe("oEmbed", () => {
  test("text, author and date; links, handles in front and the picture's link are no disagreement", () => {
    expect(said(oembed, "oembed.json")).toMatchObject({
      source: "oembed",
      text: expect.stringContaining("@invented_reader سعر الخبز"),
      language: "ar",
      authorName: "مخبز الخيال",
      authorHandle: "invented_baker",
      postedAt: "2026-03-04",
    });
    expect(disagreements(["tweet.json"], [said(oembed, "oembed.json")])).toEqual([]);
  });

  test.each([
    ["nothing", 404],
    ["refused", 403],
    ["failed", 500],
  ])("%s: status %i", (problem, status) => {
    expect(read(oembed, "oembed.json", status)).toEqual({ post: null, problem });
  });

  test("an answer about another post, and what is no answer", () => {
    expect(read(oembedWitness("20"), "oembed.json").problem).toBe("other_post");
    expect(read(oembed, "tweet.json").problem).toBe("unreadable");
    expect(read(oembed, "login.html").problem).toBe("unreadable");
  });
});

describe("with second witnesses", () => {
  const lying = { ...said(syndication, "syndication.json"), text: "سعر الخبز تضاعف", authorName: "مخبز آخر" };

  test("what they say otherwise is kept with the words of everybody, and the page is believed", () => {
    const post = source && x.extract(source, xPage({ json: ["photos.json"] }), [lying]).posts[0];
    expect(post?.text).toMatch(/^سعر الخبز في سوق الخيال لم يتغير/);
    expect(post?.details.disagreements).toEqual([
      {
        field: "text",
        values: [
          { witness: "network_json", value: post?.text },
          { witness: "syndication", value: "سعر الخبز تضاعف" },
        ],
      },
      {
        field: "authorName",
        values: [
          { witness: "network_json", value: "مخبز الخيال" },
          { witness: "syndication", value: "مخبز آخر" },
        ],
      },
    ]);
  });

  test("they add what no part of the page knows, under their own name, and no time without its hour", () => {
    const post = source && x.extract(source, xPage({ html: "meta-only.html" }), [said(oembed, "oembed.json")]).posts[0];
    expect(post).toMatchObject({ postedAt: null, language: "ar", fieldSources: { text: "meta", language: "oembed" } });
    const dated =
      source && x.extract(source, xPage({ html: "meta-only.html" }), [said(syndication, "syndication.json")]).posts[0];
    expect(dated).toMatchObject({
      postedAt: "2026-03-04T09:15:30.000Z",
      fieldSources: { postedAt: "syndication", media: "syndication" },
    });
  });
});

test("no answer of any form breaks a witness", () => {
  fc.assert(
    fc.property(fc.json(), fc.integer({ min: 100, max: 599 }), (body, status) => {
      for (const witness of [syndication, oembed]) expect(witness.read({ status, body })).toHaveProperty("problem");
    }),
  );
  const fields = fc.record({
    id_str: fc.constant(X_POST_ID),
    text: fc.string({ minLength: 1 }),
    user: fc.anything(),
    entities: fc.anything(),
    mediaDetails: fc.array(fc.object()),
    edit_control: fc.anything(),
    display_text_range: fc.anything(),
  });
  fc.assert(
    fc.property(fields, (tweet) => {
      expect(syndication.read({ status: 200, body: JSON.stringify(tweet) })).toHaveProperty("problem");
    }),
  );
});
