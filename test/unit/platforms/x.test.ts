import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { x } from "#lib/adapters/platforms/x/x";
import type { Outcome, PageEvidence, RecognisedSource } from "#lib/core/captures/types";
import { timeOfSnowflake } from "#lib/core/posts/snowflake";

// Posts, accounts and pages in test/fixtures/x are ours, in the shapes that X answers with.
const ID = readFixture("tweet.json").match(/"rest_id": "(\d{19})"/)?.[1] ?? "";
const URL_OF_POST = `https://x.com/i/status/${ID}`;
const GRAPHQL = `https://api.x.com/graphql/abc/TweetResultByRestId?variables=%7B%22tweetId%22%3A%22${ID}%22%7D`;

function readFixture(name: string): string {
  return readFileSync(`test/fixtures/x/${name}`, "utf8");
}

function source(address = URL_OF_POST): RecognisedSource {
  const found = x.recognise(new URL(address));
  if (!found) throw new Error(`not recognised: ${address}`);
  return found;
}

type Look = { html?: string; json?: string[]; status?: number | null; finalUrl?: string; jsonUrl?: string };

function page({
  html = "shell.html",
  json = [],
  status = 200,
  finalUrl = URL_OF_POST,
  jsonUrl = GRAPHQL,
}: Look): PageEvidence {
  const document = readFixture(html);
  return {
    requestedUrl: URL_OF_POST,
    finalUrl,
    httpStatus: status,
    responseHtml: readFixture("shell.html"),
    domHtml: document,
    json: json.map((name) => ({ url: jsonUrl, status: 200, body: JSON.parse(readFixture(name)) })),
  };
}

const classify = (look: Look, of = source()) => x.classify(of, page(look));
const extract = (look: Look) => x.extract(source(), page(look)).posts[0];

describe("outcomes of a post", () => {
  test.each<[Outcome, string, Look]>([
    ["content", "JSON of the page", { json: ["tweet.json"] }],
    ["content", "JSON with limited actions", { json: ["tweet-limited.json"] }],
    ["content", "JSON of a thread", { json: ["thread.json"], jsonUrl: "https://api.x.com/graphql/q/TweetDetail" }],
    ["content", "JSON-LD of the server", { html: "json-ld.html" }],
    ["content", "link preview", { html: "meta-only.html" }],
    ["content", "the document", { html: "dom.html" }],
    ["content", "a long post, whole", { json: ["long-post.json"] }],
    ["content", "a post that quotes a tombstone", { html: "quotes-tombstone.html" }],
    ["partial", "a long post without its end", { json: ["long-post-cut.json"] }],
    ["partial", "a long post, cut in the document", { html: "dom-cut.html" }],
    ["suspended", "reason", { json: ["unavailable-suspended.json"] }],
    [
      "suspended",
      "tombstone in a thread",
      { json: ["thread-tombstone.json"], jsonUrl: "https://api.x.com/graphql/q/TweetDetail" },
    ],
    ["protected", "reason", { json: ["unavailable-protected.json"] }],
    ["protected", "tombstone", { json: ["tombstone-protected.json"] }],
    ["age_restricted", "reason", { json: ["unavailable-nsfw.json"] }],
    ["withheld", "tombstone", { json: ["tombstone-withheld.json"] }],
    ["withheld", "status 451", { status: 451 }],
    ["unavailable", "broken rules", { json: ["tombstone-rules.json"] }],
    ["unavailable", "a sentence nobody knows", { json: ["tombstone-unknown.json"] }],
    ["unavailable", "an empty shell with status 200", {}],
    ["unavailable", "another post in its place", { html: "dom-other-post.html" }],
    ["unavailable", "a tombstone alone never means deleted", { json: ["tombstone-deleted.json"] }],
    ["unavailable", "nor does the same word twice", { json: ["tombstone-deleted.json", "unavailable-deleted.json"] }],
    ["deleted", "tombstone and status", { json: ["tombstone-deleted.json"], status: 404 }],
    ["deleted", "tombstone and an error of another call", { json: ["unavailable-deleted.json", "error-144.json"] }],
    ["not_found", "error 144", { json: ["error-144.json"] }],
    ["not_found", "error page", { html: "error-detail.html" }],
    ["not_found", "error page in Arabic", { html: "error-detail-ar.html" }],
    ["not_found", "status 404", { status: 404 }],
    ["login_wall", "address", { html: "login.html", finalUrl: "https://x.com/i/flow/login?redirect_after_login=%2F" }],
    ["login_wall", "form", { html: "login.html" }],
    ["bot_block", "challenge", { html: "challenge.html", status: 403 }],
    ["bot_block", "no script", { html: "no-script.html" }],
    ["bot_block", "403 without a reason", { status: 403 }],
    ["rate_limited", "status 429", { status: 429 }],
    ["rate_limited", "error 88", { json: ["error-88.json"] }],
    ["error", "something went wrong", { html: "something-wrong.html" }],
    ["error", "status 503", { status: 503 }],
    ["error", "no answer", { status: null }],
  ])("%s: %s", (outcome, _, look) => {
    expect(classify(look).outcome).toBe(outcome);
  });

  test("a preview for subscribers is not the post", () => {
    expect(classify({ json: ["preview.json"] })).toMatchObject({
      outcome: "login_wall",
      signals: expect.arrayContaining([{ signal: "stated_in_json", value: "TweetPreviewDisplay" }]),
    });
  });

  test("deleted asks for a second look and names both signals", () => {
    const { needsSecondLook, signals } = classify({ json: ["unavailable-deleted.json", "error-144.json"] });
    expect(needsSecondLook).toBe(true);
    expect(signals.map(({ signal }) => signal)).toEqual(
      expect.arrayContaining(["stated_in_json", "stated_in_api_error"]),
    );
  });

  test("what X says about another post says nothing about this one", () => {
    const other = GRAPHQL.replace(ID, `${ID.slice(0, -1)}0`);
    expect(classify({ json: ["unavailable-suspended.json"], jsonUrl: other }).outcome).toBe("unavailable");
    expect(classify({ json: ["error-144.json"], jsonUrl: other }).outcome).toBe("unavailable");
  });
});

describe("the focal post's text", () => {
  test("from JSON: shown part, links put back, quoted text left out", () => {
    const post = extract({ json: ["tweet.json"], html: "dom.html" });
    expect(post).toMatchObject({
      platformId: ID,
      text: "سعر الخبز في سوق الخيال لم يتغير & الوزن كما هو https://bread.example/prices #سوق_الخيال",
      authorName: "مخبز الخيال",
      authorHandle: "invented_baker",
      postedAt: "2026-03-04T09:15:30.000Z",
      language: "ar",
      hashtags: ["سوق_الخيال"],
      counts: { replies: 3, reposts: 12, likes: 40, quotes: 1, views: 412 },
    });
    expect(new Set(Object.values(post?.fieldSources ?? {}))).toEqual(new Set(["network_json"]));
  });

  test("from JSON-LD, and what it lacks from nowhere", () => {
    expect(extract({ html: "json-ld.html" })).toMatchObject({
      text: "سعر الخبز في سوق الخيال لم يتغير #سوق_الخيال",
      counts: { replies: 3, reposts: 12, likes: 40, views: 412 },
      fieldSources: { text: "json_ld", authorHandle: "json_ld", postedAt: "json_ld" },
    });
  });

  test("from the link preview", () => {
    expect(extract({ html: "meta-only.html" })).toMatchObject({
      text: "سعر الخبز في سوق الخيال لم يتغير #سوق_الخيال",
      authorName: "مخبز الخيال",
      authorHandle: "invented_baker",
      fieldSources: { text: "meta" },
    });
  });

  test("from the document: line break and emoji kept, neither quote nor replies nor advertisement", () => {
    const post = extract({ html: "dom.html" });
    expect(post).toMatchObject({
      text: "سعر الخبز 🍞 في سوق الخيال\nلم يتغير #سوق_الخيال",
      authorHandle: "invented_baker",
      postedAt: "2026-03-04T09:15:30.000Z",
      counts: { replies: 3, reposts: 1012, likes: 40, views: 4120 },
    });
  });

  test("a long post to its end", () => {
    expect(extract({ json: ["long-post.json"] })?.text).toMatch(/نهايته التي لا تظهر في القائمة\.$/);
  });

  test("witnesses that disagree are noted, and the time is compared with the id", () => {
    const signals = classify({ json: ["tweet.json"], html: "dom.html" }).signals;
    expect(signals).toContainEqual({ signal: "witnesses_disagree", value: "text: network_json≠dom" });
    expect(signals).toContainEqual({ signal: "time_fits_id", value: "0 s" });
    expect(timeOfSnowflake(ID)).toBe("2026-03-04T09:15:30.000Z");
    expect(timeOfSnowflake("20")).toBeNull();
  });
});

describe("lists", () => {
  const list = source("https://x.com/hashtag/bread");

  test("each post once, no advertisement, no quoted post", () => {
    const look = page({ json: ["thread.json", "thread.json"], html: "dom.html" });
    expect(x.classify(list, look).outcome).toBe("content");
    const handles = x.extract(list, look).posts.map(({ authorHandle }) => authorHandle);
    expect(handles.sort()).toEqual(["invented_baker", "invented_parent", "invented_reply"]);
  });

  test("a hashtag behind the sign-in page", () => {
    expect(classify({ html: "login.html", finalUrl: "https://x.com/i/flow/login" }, list).outcome).toBe("login_wall");
  });

  test("an account that is suspended", () => {
    const account = source("https://x.com/invented_baker");
    expect(classify({ json: ["user-suspended.json"] }, account).outcome).toBe("suspended");
    expect(classify({ html: "account-suspended.html" }, account).outcome).toBe("suspended");
  });

  test("one item by itself", () => {
    const item = /<article.*?<\/article>/s.exec(readFixture("dom.html"))?.[0] ?? "";
    expect(x.extractListItem(list, item)).toMatchObject({
      authorHandle: "invented_parent",
      text: "منشور يرد عليه صاحبنا",
    });
    expect(x.extractListItem(list, "<div>no post</div>")).toBeNull();
    expect(x.extractListItem(list, `<div data-testid="placementTracking">${item}</div>`)).toBeNull();
  });
});
