import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import type { RequestOptions } from "#lib/schemas/request-options";
import { runCapture } from "#lib/services/captures/run-capture";
import { revokeCredential } from "#lib/services/platforms/revoke-credential";
import { buildCaptureRequest } from "#test/builders/capture-request";
import { buildPerson } from "#test/builders/person";
import { captureRequest, expectSoundManifest } from "#test/capture/run-request";
import { type FakeXApi, fakePage, fakePostId, startFakeXApi } from "#test/setup/fake-x-api";
import { storeXToken } from "#test/setup/x-token";

let api: FakeXApi;
let credentialId: string;

beforeAll(async () => {
  api = await startFakeXApi();
  setEnv({ X_API_ORIGIN: api.origin });
  credentialId = await storeXToken(api.token);
});
beforeEach(() => api.reset());
afterAll(async () => {
  await closeQueue();
  await api.stop();
});

let tags = 0;
/** A search for a hashtag that nobody searched for before. */
function ask(options: RequestOptions = {}) {
  const tag = `جسر_العدادات${++tags}`;
  const url = `https://x.com/hashtag/${encodeURIComponent(tag)}`;
  const wish = { kind: "hashtag", platform: "x", platformId: tag, url, state: "queued", way: "api", options } as const;
  return buildCaptureRequest(wish);
}

const nextTokens = () => api.calls.map(({ query }) => query.get("next_token"));

describe("a search by X's interface", () => {
  test("keeps every page as it came, and each post once with everything X said of it", async () => {
    const taken = await captureRequest(await ask({ maxPosts: 100, agreedUsd: 0.5 }));
    expect(taken.capture).toMatchObject({ way: "api", outcome: "content", endedBy: "exhausted", limitsHit: [] });
    expect(taken.request).toMatchObject({ state: "finished", progress: 25 });
    await expectSoundManifest(taken);
    expect(taken.capture?.artifacts.map(({ name }) => name).toSorted()).toEqual([
      "api-page-001.json",
      "manifest.json",
      "manifest.sig",
      "posts.json",
      "provenance.json",
    ]);
    expect((await taken.json("api-page-001.json")).data).toHaveLength(25);
    const [{ query } = { query: new URLSearchParams() }] = api.calls;
    expect(Object.fromEntries(query)).toMatchObject({
      query: `#جسر_العدادات${tags} -is:retweet`,
      max_results: "100",
      expansions: expect.stringContaining("author_id"),
      "tweet.fields": expect.stringContaining("note_tweet"),
    });

    const posts = await taken.json("posts.json");
    const post = (n: number) => posts.find(({ platformId }: { platformId: string }) => platformId === fakePostId(n));
    expect(post(0)).toMatchObject({
      text: "#جسر_العدادات post 0 Tom & Jerry",
      language: "ar",
      authorName: "قارئ 0",
      authorHandle: "Reader_0",
      postedAt: "2026-11-23T10:00:00.000Z",
      counts: { replies: 1, reposts: 0, likes: 0, quotes: 0, bookmarks: 3, views: 40 },
      hashtags: ["جسر_العدادات"],
      fieldSources: { text: "api", authorHandle: "api", counts: "api" },
    });
    expect(post(1).text).not.toContain("t.co");
    expect(post(1).details.media).toMatchObject([{ kind: "photo", altText: "A bridge", artifact: null }]);
    expect(post(2).details).toMatchObject({ editIds: [expect.any(String), fakePostId(2)], isStaleEdit: false });
    expect(post(3).text).toBe("#جسر_العدادات post 3, the whole of a long text, to its very end.");
    expect(post(4).details.quotes).toBe("https://x.com/i/status/777");
    expect(post(5).details.withheldIn).toEqual(["DE", "FR"]);

    const stored = await db().observation.findFirstOrThrow({
      where: { captureId: taken.capture?.id ?? "", post: { platformId: fakePostId(2) } },
      include: { post: { include: { account: true } } },
    });
    expect(stored.details).toMatchObject({ editIds: [expect.any(String), fakePostId(2)] });
    expect(stored.post.account).toMatchObject({ handle: "reader_2", platform: "x" });
  });

  test("says in its provenance how it was asked and what it may cost, and the token is in none of its files", async () => {
    const taken = await captureRequest(await ask({ maxPosts: 100, agreedUsd: 0.5 }));
    const { access, browser, network } = await taken.json("provenance.json");
    expect([browser, network]).toEqual([null, null]);
    expect(access).toMatchObject({
      way: "api",
      credential: { id: credentialId, label: "Desk account" },
      endpoint: `${api.origin}/2/tweets/search/recent`,
      parameters: { query: `#جسر_العدادات${tags} -is:retweet` },
      maxPosts: 100,
      returned: { posts: 26, users: 7, media: 1, distinctPosts: 25 },
      price: { post: 0.005, user: 0.01, estimatedForPosts: 0.5, estimatedAtMost: 3.5, agreedTo: 0.5 },
      calls: [{ page: 1, status: 200, requestId: "fake-1", rateLimit: { limit: 450, remaining: 449 }, problem: null }],
    });
    for (const { name } of taken.capture?.artifacts ?? []) {
      expect((await taken.bytes(name)).includes(api.token.slice(0, 24))).toBe(false);
    }
    const everything = JSON.stringify([taken.capture, taken.request, await db().custodyEvent.findMany()], (_, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
    expect(everything).not.toContain(api.token.slice(0, 24));
  });

  test("goes page by page, never asks for more than was agreed to, and says that there was more", async () => {
    api.total = 1_000;
    const taken = await captureRequest(await ask({ maxPosts: 230 }));
    expect(taken.capture).toMatchObject({ outcome: "content", endedBy: "limit", limitsHit: ["posts"] });
    expect(api.calls.map(({ query }) => query.get("max_results"))).toEqual(["100", "100", "30"]);
    expect(nextTokens()).toEqual([null, "page-from-100", "page-from-200"]);
    expect(taken.capture?.observations).toHaveLength(230);
  });

  test("counts what nobody can read as returned, because X charges for it, and not as a repeat", async () => {
    const data = [...Array(5).fill({}), ...(fakePage(5, 10, 10) as { data: object[] }).data];
    const unreadable = { ...fakePage(0, 10, 30), data };
    api.answer = (call) => ({ status: 200, body: call === 1 ? unreadable : fakePage(10, 20, 20) });
    const taken = await captureRequest(await ask({ maxPosts: 20 }));
    expect(api.calls.map(({ query }) => query.get("max_results"))).toEqual(["20", "10"]);
    expect(taken.capture?.observations).toHaveLength(15);
    expect(JSON.stringify(taken.capture?.signals)).not.toContain("api_repeated_posts");
  });

  test("that finds nothing is not_found, not content", async () => {
    api.total = 0;
    const taken = await captureRequest(await ask({ maxPosts: 100 }));
    expect(taken.capture).toMatchObject({ outcome: "not_found", endedBy: "exhausted" });
    expect(taken.artifact("posts.json")).toBeUndefined();
    expect(taken.artifact("api-page-001.json")).toBeDefined();
  });

  test("takes a post that comes on two pages once, and says how often one came again", async () => {
    api.answer = (call) =>
      call === 1 ? { status: 200, body: fakePage(0, 10, 30) } : { status: 200, body: fakePage(7, 17, 17) };
    const taken = await captureRequest(await ask({ maxPosts: 100 }));
    expect(taken.capture?.observations).toHaveLength(17);
    expect(taken.capture?.signals).toContainEqual({ signal: "api_repeated_posts", value: "3" });
  });

  test("keeps what X says it could not give", async () => {
    const errors = [{ title: "Not Found Error", detail: "Could not find user with id: [5].", type: "…/not-found" }];
    api.answer = () => ({ status: 200, body: { ...fakePage(0, 10, 10), errors } });
    const taken = await captureRequest(await ask({ maxPosts: 100 }));
    expect(taken.capture?.outcome).toBe("content");
    expect(taken.capture?.signals).toContainEqual({ signal: "api_partial_errors", value: "1" });
    expect((await taken.json("provenance.json")).access.partialErrors).toEqual([
      "Not Found Error: Could not find user with id: [5].",
    ]);
  });

  test("that is led in a circle has stalled", async () => {
    api.answer = () => ({
      status: 200,
      body: { ...fakePage(0, 10, 10), meta: { result_count: 10, next_token: "again" } },
    });
    const taken = await captureRequest(await ask({ maxPosts: 1_000 }));
    expect(taken.capture).toMatchObject({ outcome: "content", endedBy: "stalled" });
    expect(api.calls).toHaveLength(2);
  });
});

describe("limits", () => {
  const reset = () => Math.floor(Date.now() / 1000) + 321;

  test.each([
    ["429", { status: 429, body: { title: "Too Many Requests", status: 429 } }],
    ["code 88", { status: 403, body: { errors: [{ code: 88, message: "Rate limit exceeded" }] } }],
  ])("%s waits until the window ends, as the headers say", async (_, answer) => {
    const at = reset();
    api.answer = () => ({ ...answer, headers: { "x-rate-limit-reset": String(at), "x-rate-limit-remaining": "0" } });
    const request = await ask({ maxPosts: 100 });
    const taken = await captureRequest(request);
    expect(taken.request).toMatchObject({ state: "queued", problem: "site_rate_limited", attempts: 1 });
    expect(Math.abs((taken.request.retryAt?.getTime() ?? 0) - (at * 1000 + 2_000))).toBeLessThan(1_000);
    api.answer = undefined;
    expect((await captureRequest(request)).capture).toMatchObject({ outcome: "content", endedBy: "exhausted" });
  });

  test("a window that ended long ago by the headers is waited for as a whole one", async () => {
    const at = Math.floor(Date.now() / 1000) - 1_200;
    api.answer = () => ({ status: 429, body: {}, headers: { "x-rate-limit-reset": String(at) } });
    const taken = await captureRequest(await ask());
    expect((taken.request.retryAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(14 * 60_000);
  });

  test("a window that is used up is waited for before X refuses, and waiting with progress is no failed attempt", async () => {
    api.total = 300;
    api.remaining = 0;
    const request = await ask({ maxPosts: 300 });
    for (const progress of [100, 200]) {
      const taken = await captureRequest(request);
      expect(taken.request).toMatchObject({ state: "queued", problem: "site_rate_limited", attempts: 0, progress });
    }
    const taken = await captureRequest(request);
    expect(taken.capture?.observations).toHaveLength(300);
    expect(nextTokens()).toEqual([null, "page-from-100", "page-from-200"]);
  });

  test("a monthly cap is no window: nobody waits for it", async () => {
    const type = "https://api.twitter.com/2/problems/usage-capped";
    api.answer = () => ({ status: 429, body: { title: "UsageCapExceeded", detail: "Usage cap exceeded", type } });
    const taken = await captureRequest(await ask());
    expect(taken.request).toMatchObject({ state: "failed", problem: "api_access_refused" });
  });
});

describe("failures", () => {
  test.each([
    [401, "api_token_refused", "api_token_refused"],
    [402, "api_access_refused", "api_access_refused"],
    [403, "api_access_refused", "api_access_refused"],
    [400, "api_query_refused", null],
  ])("status %i ends the request with %s and is shown at the stored access", async (status, problem, shown) => {
    api.answer = () => ({ status, body: { title: "No", detail: "because", status } });
    const taken = await captureRequest(await ask());
    expect(taken.request).toMatchObject({ state: "failed", problem });
    expect(taken.request.options).toMatchObject({ calls: [{ status, problem: `${problem}: No · because` }] });
    expect(await db().platformCredential.findUniqueOrThrow({ where: { id: credentialId } })).toMatchObject({
      problem: shown,
    });
    api.reset();
    await captureRequest(await ask());
    expect((await db().platformCredential.findUniqueOrThrow({ where: { id: credentialId } })).problem).toBeNull();
  });

  test("after some pages they are kept, and the capture says that an error ended it", async () => {
    api.total = 300;
    api.answer = (call) => (call === 2 ? { status: 403, body: { title: "Forbidden" } } : undefined);
    const taken = await captureRequest(await ask({ maxPosts: 300 }));
    expect(taken.capture).toMatchObject({ outcome: "partial", endedBy: "error" });
    expect(taken.capture?.observations).toHaveLength(100);
    expect(taken.capture?.signals).toContainEqual({ signal: "api_problem", value: "api_access_refused" });
  });

  test.each([
    ["503", { status: 503, body: "<html>upstream</html>" }],
    ["no JSON", { status: 200, body: '{"data":[{"id":"1"' }],
    ["no page", { status: 200, body: [] }],
    ["a huge page", { status: 200, body: `{"data":[],"meta":{},"x":"${"y".repeat(20_100_000)}"}` }],
  ])("%s is tried again, and recorded as an error in the end", async (_, answer) => {
    api.answer = () => answer;
    const request = await ask();
    for (const attempts of [1, 2, 3]) {
      expect((await captureRequest(request)).request).toMatchObject({
        state: "queued",
        problem: "api_failed",
        attempts,
      });
    }
    const taken = await captureRequest(request);
    expect(taken.capture).toMatchObject({ way: "api", outcome: "error" });
    expect((await taken.json("provenance.json")).access).toEqual({ way: "api" });
    expect(await db().apiPage.count({ where: { requestId: request.id } })).toBe(0);
  });

  test("between pages: the search goes on after the last page it has, which is not paid for again", async () => {
    api.total = 250;
    api.answer = (call) => (call === 2 ? { status: 503, body: "" } : undefined);
    const request = await ask({ maxPosts: 250 });
    expect((await captureRequest(request)).request).toMatchObject({
      state: "queued",
      problem: "api_failed",
      attempts: 0,
    });
    const taken = await captureRequest(request);
    expect(taken.capture).toMatchObject({ outcome: "content", endedBy: "exhausted" });
    expect(taken.capture?.observations).toHaveLength(250);
    expect(nextTokens()).toEqual([null, "page-from-100", "page-from-100", "page-from-200"]);
  });

  test("a worker that is told to stop between pages puts the request back; another one goes on", async () => {
    api.total = 200;
    const stop = new AbortController();
    api.answer = (call) => {
      if (call !== 2) return undefined;
      queueMicrotask(() => stop.abort());
      return "hang";
    };
    const request = await ask({ maxPosts: 200 });
    await runCapture(request.id, stop.signal);
    expect(await db().captureRequest.findUniqueOrThrow({ where: { id: request.id } })).toMatchObject({
      state: "queued",
      problem: null,
      attempts: 0,
      progress: 100,
    });
    const taken = await captureRequest(request);
    expect(taken.capture?.observations).toHaveLength(200);
    expect(nextTokens()).toEqual([null, "page-from-100", "page-from-100"]);
  });

  test("without any token nothing is asked", async () => {
    const admin = await buildPerson({ role: "admin" });
    await revokeCredential(admin, credentialId);
    const taken = await captureRequest(await ask());
    expect(taken.request).toMatchObject({ state: "failed", problem: "credential_missing" });
    expect(api.calls).toEqual([]);
    credentialId = await storeXToken(api.token);
  });
});
