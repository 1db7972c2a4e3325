import { execFileSync } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "#lib/adapters/net/free-port";
import { MAX_ATTEMPTS } from "#lib/core/captures/retry-policy";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import { dataPath } from "#lib/paths";
import { buildCaptureRequest } from "#test/builders/capture-request";
import { captureRequest, captureWebPage, expectSoundManifest } from "#test/capture/run-request";
import { type HostileSite, startHostileSite, WORDS } from "#test/fixtures/hostile-site";

let site: HostileSite;

beforeAll(async () => {
  site = await startHostileSite();
  // Half of it is for loading; the other half must do for a browser and pictures on a busy machine.
  setEnv({ CAPTURE_ALLOW_HOSTS: site.host, CAPTURE_TIMEOUT_MS: "24000" });
});
afterAll(async () => {
  await closeQueue();
  await site.stop();
});

/** Colours of the bands of a picture, one pixel each, near both sides. */
async function wrongBands(png: Buffer, count: number): Promise<number[]> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colour = (i: number) => [(i * 37) % 256, (i * 91 + 60) % 256, (i * 151 + 120) % 256];
  return Array.from({ length: count }, (_, i) => i).filter((i) =>
    [3, info.width - 3].some((x) => {
      const at = ((i * 100 + 50) * info.width + x) * info.channels;
      return colour(i).some((value, channel) => Math.abs((data[at + channel] ?? -9) - value) > 1);
    }),
  );
}

describe("an ordinary page", () => {
  test("gives every artifact, a sound manifest, a provenance and one custody event", async () => {
    const taken = await captureWebPage(`${site.origin}/article`);
    expect(taken.capture).toMatchObject({ outcome: "content", httpStatus: 200, limitsHit: [] });
    expect(taken.capture?.text).toContain("كما هو، كلمة كلمة");
    const names = taken.capture?.artifacts.map(({ name }) => name).sort();
    const expected = [
      "capture.wacz",
      "capture.warc.gz",
      "dom.html",
      "manifest.json",
      "manifest.sig",
      "page.pdf",
      "provenance.json",
      "response.html",
      "screenshot.png",
      "text.txt",
    ];
    expect(names).toEqual(expected);
    await expectSoundManifest(taken);
    expect((await taken.bytes("response.html")).toString()).toContain(WORDS.slice(0, 50));
    expect((await taken.bytes("page.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
    const provenance = await taken.json("provenance.json");
    expect(provenance).toMatchObject({
      request: { requestedBy: { id: taken.request.requestedById } },
      addressesAllowedAlthoughPrivate: [site.host],
      network: { main: { status: 200, remoteAddress: site.host } },
      browser: { timezone: "UTC", view: { width: 1280 } },
    });
    expect(provenance.browser.arguments).toContain("--disable-gpu");
    expect(await db().custodyEvent.count({ where: { subjectId: taken.capture?.id } })).toBe(1);
    expect(taken.request).toMatchObject({ state: "finished", attempts: 1, problem: null });
  });

  test("redirects are followed and told", async () => {
    const taken = await captureWebPage(`${site.origin}/moved`);
    expect(taken.capture).toMatchObject({ outcome: "content", finalUrl: `${site.origin}/article` });
    const { network } = await taken.json("provenance.json");
    expect(network.redirects).toEqual([
      { url: `${site.origin}/moved`, status: 302, location: `${site.origin}/article` },
    ]);
  });
});

describe("pictures are true to the pixel", () => {
  test.each(["/tall", "/tall-rtl"])("%s: 30,000 px", async (path) => {
    const taken = await captureWebPage(site.origin + path);
    expect(taken.artifact("screenshot.png")).toMatchObject({ width: 1280, height: 30_000 });
    expect(await wrongBands(await taken.bytes("screenshot.png"), 300)).toEqual([]);
    expect(taken.capture?.limitsHit).toEqual([]);
  });

  test("a page taller than the limit is cut at the limit and says so", async () => {
    const taken = await captureWebPage(`${site.origin}/too-tall`);
    expect(taken.capture).toMatchObject({ outcome: "partial", limitsHit: ["height"] });
    expect(taken.artifact("screenshot.png")).toMatchObject({ height: 50_000 });
    expect(await wrongBands(await taken.bytes("screenshot.png"), 500)).toEqual([]);
  });
});

describe("pages without content are evidence of the attempt", () => {
  test.each(["/gone", "/empty-404"])(
    "%s is not_found, with picture and documents, nothing for the search",
    async (path) => {
      const taken = await captureWebPage(site.origin + path);
      expect(taken.capture).toMatchObject({ outcome: "not_found", text: null, httpStatus: 404 });
      expect(taken.artifact("screenshot.png")).toBeDefined();
      expect(taken.artifact("text.txt")).toBeUndefined();
      expect(await db().searchOutbox.count({ where: { entityId: taken.capture?.id ?? "" } })).toBe(0);
      await expectSoundManifest(taken);
    },
  );

  test("a page with no text is not called content", async () => {
    const taken = await captureWebPage(`${site.origin}/no-text`);
    expect(taken.capture?.outcome).not.toMatch(/content|partial/);
    expect(taken.artifact("screenshot.png")).toBeDefined();
  });
});

describe("limits", () => {
  test.each(["/never", "/endless-script"])("%s is cut by time and kept as partial", async (path) => {
    const taken = await captureWebPage(site.origin + path);
    expect(taken.capture?.outcome).toBe("partial");
    expect(taken.capture).toMatchObject({ outcome: "partial", limitsHit: ["time"] });
    expect(taken.artifact("screenshot.png")).toBeDefined();
    expect((await taken.bytes("response.html")).toString()).toContain("كما هو، كلمة كلمة");
  });

  test("a server that says nothing is a timeout that will be tried again", async () => {
    const taken = await captureWebPage(`${site.origin}/silent`);
    expect(taken.capture).toBeUndefined();
    expect(taken.request).toMatchObject({ state: "queued", problem: "capture_timeout", attempts: 1 });
    expect(taken.request.retryAt?.getTime()).toBeGreaterThan(Date.now());
  });

  test("1 GB announced: refused before it is loaded, recorded as what it is", async () => {
    const taken = await captureWebPage(`${site.origin}/big`);
    expect(taken.capture).toMatchObject({ outcome: "error", limitsHit: ["response_bytes"], text: null });
    await expectSoundManifest(taken);
  });

  test("1 GB unannounced: cut, the beginning kept as partial", async () => {
    const taken = await captureWebPage(`${site.origin}/big-chunked`);
    expect(taken.capture).toMatchObject({ outcome: "partial" });
    expect(taken.capture?.limitsHit).toContain("response_bytes");
    const { network } = await taken.json("provenance.json");
    expect(network.bytes).toBeLessThan(200_000_000);
  });

  test("1 GB as a picture: the page is kept, the cut is told", async () => {
    const taken = await captureWebPage(`${site.origin}/big-image`);
    expect(taken.capture).toMatchObject({ outcome: "partial", limitsHit: ["response_bytes"] });
  });

  test("endless redirects end", async () => {
    const taken = await captureWebPage(`${site.origin}/loop`);
    expect(taken.capture).toMatchObject({ outcome: "error" });
    expect(site.requests.filter((path) => path.startsWith("/loop")).length).toBeLessThan(30);
  });
});

describe("addresses", () => {
  test.each(["/to-private", "/script-to-private", "/to-file"])(
    "%s is refused, without retry, and the attempt is on record",
    async (path) => {
      const taken = await captureWebPage(site.origin + path);
      expect(taken.request).toMatchObject({ state: "finished", retryAt: null });
      expect(taken.capture).toMatchObject({ outcome: "error", text: null });
      if (path !== "/to-file") expect((await taken.json("provenance.json")).notes.join()).toContain("address_refused");
    },
  );

  test("a private address is refused before a browser starts", async () => {
    const taken = await captureWebPage("http://127.0.0.1:1/");
    expect(taken.capture).toMatchObject({ outcome: "error" });
    expect(taken.artifact("screenshot.png")).toBeUndefined();
  });

  test("private addresses inside a page are blocked and listed, in frames and workers too", async () => {
    const taken = await captureWebPage(`${site.origin}/hidden-private`);
    expect(taken.capture?.outcome).toBe("content");
    const { network } = await taken.json("provenance.json");
    const blocked = network.blocked.map(({ url }: { url: string }) => new URL(url).hostname).sort();
    expect(blocked).toEqual(["10.0.0.1", "169.254.169.254", "192.168.0.1"]);
  });

  test("a name that does not resolve is tried again", async () => {
    const taken = await captureWebPage("http://no-such-host.daleel-test.example/");
    expect(taken.request).toMatchObject({ state: "queued", problem: "host_unknown" });
  });

  test("a closed port is tried again, and in the end the attempt itself is recorded", async () => {
    const closed = `127.0.0.1:${await freePort(0)}`;
    setEnv({ CAPTURE_ALLOW_HOSTS: `${site.host},${closed}` });
    const request = { kind: "web_page", platform: "web", state: "queued", url: `http://${closed}/` } as const;
    const first = await captureRequest(await buildCaptureRequest(request));
    expect(first.request).toMatchObject({ state: "queued", problem: "connection_failed" });
    const last = await captureRequest(await buildCaptureRequest({ ...request, attempts: MAX_ATTEMPTS - 1 }));
    setEnv({ CAPTURE_ALLOW_HOSTS: site.host });
    expect(last.request).toMatchObject({ state: "finished", problem: null });
    expect(last.capture).toMatchObject({
      outcome: "error",
      httpStatus: null,
      signals: [{ signal: "attempt_failed", value: "connection_failed" }],
    });
    await expectSoundManifest(last);
  });
});

describe("pages that grab", () => {
  test.each(["/dialogs", "/popup", "/download"])("%s is captured all the same", async (path) => {
    const taken = await captureWebPage(site.origin + path);
    expect(taken.capture).toMatchObject({ outcome: "content", limitsHit: [] });
  });

  test("no pop-up was loaded", () => {
    expect(site.requests).not.toContain("/popup-target");
    expect(site.requests).not.toContain("/popup-link");
  });
});

describe("answers that pass", () => {
  test("429 waits as told and shows it", async () => {
    const taken = await captureWebPage(`${site.origin}/limited`);
    expect(taken.capture).toBeUndefined();
    expect(taken.request).toMatchObject({ state: "queued", problem: "site_rate_limited", step: null });
    expect(taken.request.retryAt?.getTime()).toBeGreaterThan(Date.now() + 30_000);
  });
});

test("a disk that refuses keeps the request in the queue, and nothing half-written", async () => {
  const usual = dataPath();
  const broken = join(usual, "full");
  await mkdir(broken);
  await writeFile(join(broken, "files"), "a file where the folder should be");
  const before = await db().artifact.count();
  // The keys are on another disk, which is well.
  setEnv({ DALEEL_DATA_DIR: broken, DALEEL_KEYS_DIR: dataPath("keys") });
  const taken = await captureWebPage(`${site.origin}/article?disk`);
  setEnv({ DALEEL_DATA_DIR: usual, DALEEL_KEYS_DIR: undefined });
  expect(taken.capture).toBeUndefined();
  expect(taken.request).toMatchObject({ state: "queued", problem: "storage_failed", attempts: 0 });
  expect(await db().artifact.count()).toBe(before);
  const again = await captureRequest({ ...(await buildCaptureRequest()), id: taken.request.id });
  expect(again.capture).toMatchObject({ outcome: "content" });
});

test("no browser and no profile is left behind", async () => {
  const mine = execFileSync("ps", ["-eo", "ppid,args"]).toString().split("\n");
  expect(mine.filter((line) => line.includes(`daleel-browser-${process.pid}-`))).toEqual([]);
  const folders = await readdir(tmpdir());
  expect(folders.filter((name) => name.startsWith(`daleel-browser-${process.pid}-`))).toEqual([]);
});
