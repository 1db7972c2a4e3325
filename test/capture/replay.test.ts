import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "#lib/adapters/browser/launch-browser";
import { storedPath } from "#lib/adapters/files/file-paths";
import { replayInBrowser } from "#lib/adapters/replay/replay-in-browser";
import { db } from "#lib/data/client";
import { DEMO_POSTS } from "#lib/demo/posts";
import { type DemoSite, startDemoSite } from "#lib/demo/site";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import { captureBrowser } from "#lib/services/captures/browser-runtime";
import { checkReplay } from "#lib/services/replay/check-replay";
import { findReplayState } from "#lib/services/replay/find-replay-state";
import { buildCaptureRequest } from "#test/builders/capture-request";
import { captureRequest, captureWebPage } from "#test/capture/run-request";
import { type ArchiveSite, startArchiveSite } from "#test/fixtures/archive-site";

let demo: DemoSite;
let site: ArchiveSite;

beforeAll(async () => {
  demo = await startDemoSite({ port: 0 });
  site = await startArchiveSite();
  const CAPTURE_ALLOW_HOSTS = `${new URL(demo.origin).host},${site.host}`;
  setEnv({ CAPTURE_ALLOW_HOSTS, DEMO_SITE_ORIGIN: demo.origin, CAPTURE_TIMEOUT_MS: "20000" });
});
afterAll(async () => {
  await closeQueue();
  await demo.stop();
  await site.stop();
});

async function captureArabicPost() {
  const post = DEMO_POSTS.find((one) => one.state === "live" && one.lang === "ar" && one.isScripted);
  if (!post) throw new Error("no Arabic post drawn by script");
  const url = `${demo.origin}/p/${post.id}`;
  const taken = await captureRequest(
    await buildCaptureRequest({ kind: "post", platformId: post.id, url, state: "queued" }),
  );
  return { post, taken, captureId: taken.capture?.id ?? "" };
}

describe("after a capture", () => {
  test("its recording is tried with the network cut, once, and the custody log says so", async () => {
    const { captureId } = await captureArabicPost();
    const jobs = await db().$queryRaw<{ data: unknown }[]>`
      SELECT data FROM pgboss.job WHERE name = 'check-replay' AND data ->> 'captureId' = ${captureId}`;
    expect(jobs).toHaveLength(1);
    expect((await findReplayState(captureId)).state).toBe("pending");

    await checkReplay(captureId);
    await checkReplay(captureId);

    const { state, check } = await findReplayState(captureId);
    expect(state).toBe("holds");
    expect(check).toMatchObject({ result: "replays", details: { missing: [], problem: null } });
    expect(check?.details.viewer).toMatch(/^ReplayWeb\.page \d/);
    expect(check?.details.found.length).toBe(check?.details.expected);
    expect(await db().replayCheck.count({ where: { captureId } })).toBe(1);
    const where = { subjectId: captureId, action: "capture.replay_checked" };
    expect(await db().custodyEvent.count({ where })).toBe(1);
  });

  test("an article's recording shows the article, and a page in frames and workers comes up", async () => {
    for (const path of ["/to-article", "/parts"]) {
      const { capture } = await captureWebPage(`${site.origin}${path}`);
      await checkReplay(capture?.id ?? "");
      expect((await findReplayState(capture?.id ?? "")).check).toMatchObject({ result: "replays" });
    }
  });

  test("a capture without a recording has nothing to try", async () => {
    const { capture } = await captureWebPage(`${site.origin}/download`);
    await checkReplay(capture?.id ?? "");
    expect(await findReplayState(capture?.id ?? "")).toEqual({ state: "absent", check: null, waczId: null });
  });
});

describe("trying a recording", () => {
  test("tells a page that shows some of the text from one that shows none", async () => {
    const { post, taken } = await captureArabicPost();
    const path = storedPath(taken.artifact("capture.wacz")?.sha256 ?? "");
    const setup = await captureBrowser();
    const words = post.text.split("\n")[0] ?? "";
    const partly = await replayInBrowser(path, [words, "words that nobody wrote"], { setup, patienceMs: 4_000 });
    expect(partly).toMatchObject({ result: "replays_partly", missing: ["words that nobody wrote"] });
    const none = await replayInBrowser(path, ["words that nobody wrote"], { setup, patienceMs: 4_000 });
    expect(none).toMatchObject({ result: "does_not_replay", found: [] });
    expect(none.problem).toBeTruthy();
  });

  test("a file whose bytes changed does not replay, and that is recorded", async () => {
    const { taken, captureId } = await captureArabicPost();
    const wacz = taken.artifact("capture.wacz");
    await db().$executeRaw`ALTER TABLE artifact DISABLE TRIGGER ALL`;
    await db().artifact.update({ where: { id: wacz?.id ?? "" }, data: { sha256: "0".repeat(64) } });
    await db().$executeRaw`ALTER TABLE artifact ENABLE TRIGGER ALL`;
    await checkReplay(captureId);
    const { state, check } = await findReplayState(captureId);
    expect([state, check?.result]).toEqual(["fails", "does_not_replay"]);
  });

  test("happens in a browser that reaches one port and nothing else", async () => {
    const visits: string[] = [];
    const listen = async (name: string) => {
      const server = createServer((request, response) => {
        visits.push(`${name}${request.url}`);
        response.writeHead(200, { "access-control-allow-origin": "*" }).end("<p>here</p>");
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return { server, port: (server.address() as AddressInfo).port };
    };
    const allowed = await listen("allowed");
    const other = await listen("other");
    const running = await launchBrowser(await captureBrowser(), { localPort: allowed.port });
    try {
      const page = await running.browser.newPage();
      await page.goto(`http://127.0.0.1:${allowed.port}/page`);
      const answers = await page.evaluate(
        (urls) =>
          Promise.all(
            urls.map((url) =>
              fetch(url, { mode: "no-cors" }).then(
                () => url,
                () => "refused",
              ),
            ),
          ),
        [
          `http://127.0.0.1:${other.port}/`,
          `http://localhost:${other.port}/`,
          `http://[::1]:${other.port}/`,
          "http://example.com/",
        ],
      );
      expect(answers).toEqual(["refused", "refused", "refused", "refused"]);
      await expect(page.goto(`http://127.0.0.1:${other.port}/navigated`)).rejects.toThrow();
      expect(visits.filter((visit) => visit.startsWith("other"))).toEqual([]);
      expect(visits).toContain("allowed/page");
    } finally {
      await running.close();
      allowed.server.close();
      other.server.close();
    }
  });
});
