import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_SESSION_COOKIE } from "#lib/core/platforms/access";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import type { Actor } from "#lib/permissions/actor";
import { requestCapture } from "#lib/services/captures/request-capture";
import { addCredential } from "#lib/services/platforms/add-credential";
import { findWaysIn, listHashtagWays } from "#lib/services/platforms/list-ways";
import { revokeCredential } from "#lib/services/platforms/revoke-credential";
import { testCredential } from "#lib/services/platforms/test-credential";
import { submitSources } from "#lib/services/submissions/submit-sources";
import { buildCapture } from "#test/builders/capture";
import { buildPerson } from "#test/builders/person";
import { type FakeXApi, startFakeXApi } from "#test/setup/fake-x-api";
import { storeXToken } from "#test/setup/x-token";

let api: FakeXApi;
let editor: Actor;
let admin: Actor;

beforeAll(async () => {
  api = await startFakeXApi();
  setEnv({ X_API_ORIGIN: api.origin, DEMO_SITE_ORIGIN: "http://127.0.0.1:3139" });
  [editor, admin] = await Promise.all([buildPerson(), buildPerson({ role: "admin" })]);
});
afterAll(async () => {
  await closeQueue();
  await api.stop();
});

const tag = (name: string) => `https://x.com/hashtag/${name}`;
const byApi = { way: "api", maxPosts: 100, withReposts: false, agreedUsd: 0.5 } as const;
const requestsOf = (submissionId: string) =>
  db().submissionItem.findMany({
    where: { submissionId },
    orderBy: { lineNumber: "asc" },
    include: { request: true },
  });

describe("without any access", () => {
  test("the editor sees which ways are closed, and a closed way takes nothing", async () => {
    expect(await findWaysIn(editor, { platform: "x", kind: "hashtag" })).toMatchObject({
      ways: ["browser", "api", "session"],
      tokens: [],
      sessions: [],
      prices: { postUsd: 0.005, userUsd: 0.01 },
    });
    expect(await findWaysIn(editor, { platform: "web", kind: "web_page" })).toBeNull();
    expect((await listHashtagWays(editor)).map(({ platform }) => platform)).toEqual(["x", "demo_square"]);
    const before = await db().submission.count();
    await expect(submitSources(editor, { lines: [tag("closed")], way: byApi })).rejects.toMatchObject({
      code: "bad_input",
      details: { fields: { way: "way_unavailable" } },
    });
    expect(await db().submission.count()).toBe(before);
    expect(api.calls).toEqual([]);
  });
});

describe("with a token", () => {
  let credentialId: string;
  beforeAll(async () => {
    credentialId = await storeXToken(api.token);
  });

  test("hashtags of X go by the interface, everything else by a browser that nobody has signed in", async () => {
    const { submissionId } = await submitSources(editor, {
      lines: [tag("first"), "https://x.com/a/status/1234567890123", "https://newspaper.example/a", "#square"],
      way: byApi,
    });
    const items = await requestsOf(submissionId);
    expect(items.map(({ request }) => request?.way)).toEqual(["api", "browser", "browser", "browser"]);
    expect(items[0]?.request?.options).toEqual({ maxPosts: 100, withReposts: false, agreedUsd: 0.5 });
    expect(items[1]?.request?.options).toEqual({});
    // Asking is the worker's; choosing costs nothing.
    expect(api.calls).toEqual([]);
  });

  test.each([
    [{ ...byApi, agreedUsd: 0.4 }, "cost_not_agreed"],
    [{ ...byApi, maxPosts: 5 }, "way_unavailable"],
    [{ ...byApi, maxPosts: 1_000_000, agreedUsd: 5_000 }, "way_unavailable"],
    [{ way: "session" } as const, "way_unavailable"],
  ])("%j is refused: %s", async (way, problem) => {
    await expect(submitSources(editor, { lines: [tag("refused")], way })).rejects.toMatchObject({
      details: { fields: { way: problem } },
    });
  });

  test("prices that changed since the page was opened must be agreed to again", async () => {
    setEnv({ X_API_POST_PRICE_USD: "0.01" });
    const wish = submitSources(editor, { lines: [tag("dearer")], way: byApi });
    await expect(wish).rejects.toMatchObject({ details: { fields: { way: "cost_not_agreed" } } });
    setEnv({ X_API_POST_PRICE_USD: undefined });
  });

  test("a wall that was captured before is no reason not to ask the interface; its own capture is", async () => {
    const url = tag("walled");
    await buildCapture({ kind: "hashtag", platform: "x", platformId: "walled", url, outcome: "login_wall" });
    const first = await submitSources(editor, { lines: [url], way: byApi });
    expect(first).toMatchObject({ accepted: 1, duplicates: 0 });
    const again = await submitSources(editor, { lines: [url], way: byApi });
    expect(again).toMatchObject({ accepted: 0, duplicates: 1 });
    expect((await requestsOf(again.submissionId))[0]?.requestId).toBe(
      (await requestsOf(first.submissionId))[0]?.requestId,
    );
    expect(await submitSources(editor, { lines: [url] })).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  test("a capture can be asked for again by another way, once", async () => {
    const url = tag("again");
    const { sourceId } = await buildCapture({
      kind: "hashtag",
      platform: "x",
      platformId: "again",
      url,
      outcome: "login_wall",
    });
    const { requestId, isNew } = await requestCapture(editor, { sourceId, way: byApi });
    expect(isNew).toBe(true);
    expect(await db().captureRequest.findUniqueOrThrow({ where: { id: requestId } })).toMatchObject({ way: "api" });
    expect(await requestCapture(editor, { sourceId, way: byApi })).toEqual({ requestId, isNew: false });
  });

  test("a post cannot be asked for by the search for hashtags", async () => {
    const { sourceId } = await buildCapture({ kind: "post", platform: "x", outcome: "login_wall" });
    await expect(requestCapture(editor, { sourceId, way: byApi })).rejects.toMatchObject({
      details: { fields: { way: "way_unavailable" } },
    });
  });

  test("testing the token asks X what costs nothing, and says what X said", async () => {
    api.reset();
    expect(await testCredential(admin, credentialId)).toEqual({ problem: null, asked: true });
    expect(api.calls.map(({ path }) => path)).toEqual(["/2/usage/tweets"]);
    api.answer = () => ({ status: 401, body: { title: "Unauthorized" } });
    expect(await testCredential(admin, credentialId)).toEqual({ problem: "api_token_refused", asked: true });
    await expect(testCredential(editor, credentialId)).rejects.toMatchObject({ code: "not_allowed" });
    await revokeCredential(admin, credentialId);
    await expect(testCredential(admin, credentialId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("with a session", () => {
  test("the account is chosen by the newsroom's name for it", async () => {
    const secret = `${DEMO_SESSION_COOKIE}=a-member-of-the-square`;
    const input = { platform: "demo_square", kind: "session_cookies", label: "Member", secret };
    const { id } = await addCredential(admin, input);
    const [ways] = (await listHashtagWays(editor)).filter(({ platform }) => platform === "demo_square");
    expect(ways).toMatchObject({ ways: ["browser", "session"], sessions: [{ id, label: "Member", problem: null }] });
    expect(JSON.stringify(ways)).not.toContain("a-member-of-the-square");
    const way = { way: "session", credentialId: id } as const;
    const { submissionId } = await submitSources(editor, { lines: ["#harbour"], way });
    expect((await requestsOf(submissionId))[0]?.request).toMatchObject({
      way: "session",
      options: { credentialId: id },
    });
    expect(await testCredential(admin, id)).toEqual({ problem: null, asked: false });
  });
});
