import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyLayer } from "#lib/adapters/files/unpack";
import { DEMO_SESSION_COOKIE } from "#lib/core/platforms/access";
import { makeSecretGuard, REDACTED } from "#lib/core/security/secret-guard";
import { db } from "#lib/data/client";
import { DEMO_SESSION_VALUE, demoCsrf } from "#lib/demo/members";
import { type DemoSite, startDemoSite } from "#lib/demo/site";
import { MEMBERS_POSTS, MEMBERS_TAG } from "#lib/demo/story/harbour-council";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import type { Actor } from "#lib/permissions/actor";
import { addCredential } from "#lib/services/platforms/add-credential";
import { listCredentials } from "#lib/services/platforms/list-credentials";
import { buildCaptureRequest } from "#test/builders/capture-request";
import { buildPerson } from "#test/builders/person";
import { captureRequest, expectSoundManifest } from "#test/capture/run-request";

let site: DemoSite;
let admin: Actor;

beforeAll(async () => {
  site = await startDemoSite({ port: 0 });
  const { host } = new URL(site.origin);
  setEnv({ CAPTURE_ALLOW_HOSTS: host, DEMO_SITE_ORIGIN: site.origin, CAPTURE_TIMEOUT_MS: "20000" });
  admin = await buildPerson({ role: "admin" });
});
afterAll(async () => {
  await closeQueue();
  await site.stop();
});

const cookieValue = encodeURIComponent(DEMO_SESSION_VALUE);
const store = (value: string, label: string) =>
  addCredential(admin, {
    platform: "demo_square",
    kind: "session_cookies",
    label,
    secret: `${DEMO_SESSION_COOKIE}=${value}`,
  });

function ask(way: "browser" | "session") {
  const url = `${site.origin}/tag/${encodeURIComponent(MEMBERS_TAG)}`;
  return buildCaptureRequest({ kind: "hashtag", platformId: MEMBERS_TAG, url, state: "queued", way });
}

describe("a hashtag behind a wall", () => {
  test("without a session is the wall, with its picture", async () => {
    const taken = await captureRequest(await ask("browser"));
    expect(taken.capture).toMatchObject({ way: "browser", outcome: "login_wall", endedBy: null });
    expect(taken.artifact("screenshot.png")).toBeDefined();
  });

  test("asked for by a session that nobody stored fails and says so", async () => {
    const taken = await captureRequest(await ask("session"));
    expect(taken.request).toMatchObject({ state: "failed", problem: "credential_missing" });
  });

  test("with the newsroom's session gives its posts, and no secret of the session is in any file or row", async () => {
    const { id } = await store(cookieValue, "Desk member");
    const taken = await captureRequest(await ask("session"));
    expect(taken.capture).toMatchObject({ way: "session", outcome: "content", endedBy: "exhausted" });
    expect(taken.capture?.observations).toHaveLength(MEMBERS_POSTS.length);
    await expectSoundManifest(taken);

    const guard = makeSecretGuard([DEMO_SESSION_VALUE, cookieValue, demoCsrf(DEMO_SESSION_VALUE)]);
    const names = taken.capture?.artifacts.map(({ name }) => name) ?? [];
    expect(names).toEqual(expect.arrayContaining(["screenshot.png", "capture.warc.gz", "capture.wacz", "dom.html"]));
    for (const name of names) {
      let found = 0;
      for await (const layer of everyLayer(await taken.bytes(name))) found += guard.count(layer);
      expect([name, found]).toEqual([name, 0]);
    }
    const rows = [taken.request, await db().custodyEvent.findMany(), await db().post.findMany()];
    const everything = JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value));
    expect(guard.count(Buffer.from(everything))).toBe(0);

    // The page did repeat them, and what was done is on record.
    expect((await taken.bytes("dom.html")).toString()).toContain(REDACTED);
    expect(gunzipSync(await taken.bytes("capture.warc.gz")).toString("utf8")).toContain(REDACTED);
    const { access, browser } = await taken.json("provenance.json");
    expect(access).toMatchObject({
      way: "session",
      credential: { id, label: "Desk member" },
      cookieNames: [DEMO_SESSION_COOKIE],
    });
    expect(access.removed.map(({ artifact }: { artifact: string }) => artifact)).toEqual(
      expect.arrayContaining([
        "dom.html",
        "response.html",
        expect.stringMatching(/^capture\.warc\.gz: .*\/api\/tag\//),
      ]),
    );
    expect(browser.signedIn).toContain("Desk member");
    expect(await listCredentials(admin)).toMatchObject([{ id, problem: null, lastUsedAt: expect.any(String) }]);
  });

  test("that shows the session's secret on the page gets no picture of it", async () => {
    const url = `${site.origin}/tag/${encodeURIComponent(MEMBERS_TAG)}?shown`;
    const wish = { kind: "hashtag", platformId: MEMBERS_TAG, url, state: "queued", way: "session" } as const;
    const taken = await captureRequest(await buildCaptureRequest(wish));
    expect(taken.capture?.outcome).toBe("content");
    const roles = taken.capture?.artifacts.map(({ role }) => role) ?? [];
    expect(roles.filter((role) => ["screenshot", "post_crop", "pdf", "screenshot_clean"].includes(role))).toEqual([]);
    expect((await taken.json("provenance.json")).notes).toContainEqual(expect.stringContaining("no pictures"));
  });

  test("that leads away to a refused address with the secret in it leaves a record without the secret", async () => {
    const { host } = new URL(site.origin);
    const leading = createServer(({ url = "", headers }, response) => {
      const [, secret] = /=([^;]+)/.exec(headers.cookie ?? "") ?? [];
      const location = url.includes("secret=") ? `http://10.0.0.1/?secret=${secret}` : `/on?secret=${secret}`;
      response.writeHead(302, { location }).end();
    });
    await new Promise<void>((resolve) => leading.listen(0, "127.0.0.1", resolve));
    try {
      const leadingHost = `127.0.0.1:${(leading.address() as AddressInfo).port}`;
      setEnv({ CAPTURE_ALLOW_HOSTS: `${host},${leadingHost}` });
      const url = `http://${leadingHost}/tag/x`;
      const wish = { kind: "hashtag", platformId: "x", url, state: "queued", way: "session" } as const;
      const taken = await captureRequest(await buildCaptureRequest(wish));
      expect(taken.capture).toMatchObject({ outcome: "error", finalUrl: url });
      expect(taken.capture?.signals).toContainEqual({ signal: "attempt_failed", value: "address_refused" });
      const guard = makeSecretGuard([DEMO_SESSION_VALUE, cookieValue]);
      const row = JSON.stringify(taken.request, (_, value) => (typeof value === "bigint" ? String(value) : value));
      expect(guard.count(Buffer.from(row))).toBe(0);
      for (const { name } of taken.capture?.artifacts ?? []) expect(guard.count(await taken.bytes(name))).toBe(0);
    } finally {
      setEnv({ CAPTURE_ALLOW_HOSTS: host });
      leading.close();
    }
  });

  test("with a session that has ended is a wall again, and the stored session says why", async () => {
    const { id } = await store("an-older-session-that-is-over", "Old member");
    const url = `${site.origin}/tag/${encodeURIComponent(MEMBERS_TAG)}`;
    const options = { credentialId: id };
    const wish = { kind: "hashtag", platformId: MEMBERS_TAG, url, state: "queued", way: "session", options } as const;
    const taken = await captureRequest(await buildCaptureRequest(wish));
    expect(taken.capture).toMatchObject({ way: "session", outcome: "login_wall" });
    const listed = await listCredentials(admin);
    expect(listed.find((one) => one.id === id)).toMatchObject({ problem: "session_expired" });
    // The other one still works, and is preferred although it is older.
    expect((await captureRequest(await ask("session"))).capture?.outcome).toBe("content");
  });
});
