import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { countBrowserProcesses } from "#lib/adapters/browser/browser-processes";
import { withOpenedPage } from "#lib/adapters/browser/capture-page";
import { findChromium } from "#lib/adapters/browser/find-chromium";
import { findBrowserSetup } from "#lib/adapters/browser/launch-browser";
import { startCaptureProxy } from "#lib/adapters/net/capture-proxy";
import { captureLimits } from "#lib/core/captures/limits";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import { captureWebPage } from "#test/capture/run-request";
import { startSite } from "#test/fixtures/fake-network";
import { WORDS } from "#test/fixtures/hostile-site";

const ASKING = `<!doctype html><html lang=en><head><meta charset=utf-8><title>A page</title></head><body>
<article><h1>A page</h1><p>${WORDS}</p></article><ul id=answers></ul>
<video autoplay muted loop src="/film.mp4"></video>
<iframe src="mailto:somebody@example.com"></iframe><iframe src="daleel-unknown:x"></iframe>
<script>
  const tell = (what) => (answer) => { const li = document.createElement("li"); li.textContent = what + ": " + answer; answers.append(li); };
  addEventListener("beforeunload", (event) => event.preventDefault());
  print();
  for (const name of ["geolocation", "notifications", "camera", "microphone", "clipboard-read", "midi"])
    navigator.permissions.query({ name }).then(({ state }) => tell(name)(state), tell(name));
  navigator.mediaDevices?.getUserMedia({ audio: true, video: true }).then(() => "granted", (e) => e.name).then(tell("getUserMedia"));
  navigator.geolocation?.getCurrentPosition(() => tell("position")("granted"), () => tell("position")("refused"));
  navigator.mediaDevices?.getDisplayMedia?.().then(() => "granted", (e) => e.name).then(tell("getDisplayMedia"));
  document.documentElement.requestFullscreen().then(() => "granted", () => "refused").then(tell("fullscreen"));
  try { navigator.registerProtocolHandler("web+daleel", "/?%s") } catch {}
  tell("popup")(open("/popup") === null ? "refused" : "granted");
  for (let i = 0; i < 30; i++) setTimeout(() => alert(i), i);
  const link = Object.assign(document.createElement("a"), { href: "/file.zip", download: "x.zip" });
  document.body.append(link); link.click();
  location = "daleel-unknown:open";
</script></body></html>`;

let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  site = await startSite({
    "/asking": ASKING,
    "/endless": "<p>words</p><script>for (;;);</script>",
    "/popup": "popup",
  });
  site.pages["/file.zip"] = (_, response) =>
    response.writeHead(200, { "content-type": "application/zip", "content-disposition": "attachment" }).end("PK");
  setEnv({ CAPTURE_ALLOW_HOSTS: site.host, CAPTURE_TIMEOUT_MS: "40000" });
});
afterAll(async () => {
  await closeQueue();
  await site.stop();
});

const profiles = async () =>
  (await readdir(tmpdir())).filter((name) => name.startsWith(`daleel-browser-${process.pid}-`));

test("a page that asks for everything gets nothing, and is captured as it is", async () => {
  const taken = await captureWebPage(`http://${site.host}/asking`);
  expect(taken.capture).toMatchObject({ outcome: "content", limitsHit: [], finalUrl: `http://${site.host}/asking` });
  const dom = (await taken.bytes("dom.html")).toString();
  const answers = [...dom.matchAll(/<li>([^<]+)<\/li>/g)].map(([, answer]) => answer ?? "");
  expect(answers).toEqual(expect.arrayContaining(["geolocation: denied", "position: refused", "popup: refused"]));
  expect(answers.filter((answer) => answer.endsWith(": granted"))).toEqual([]);
  expect(site.requests).not.toContain("/popup");
});

describe("whatever ends a capture, its processes and its profile are gone", () => {
  async function openedAndThen(path: string, use: (signal: AbortController) => Promise<void>, timeoutMs = 20_000) {
    const limits = captureLimits({ timeoutMs, maxBytes: 1e8, maxPosts: 5 });
    await using proxy = await startCaptureProxy({ allowHosts: [site.host], limits });
    const controller = new AbortController();
    const opening = { proxy, limits, readySelectors: [], scroll: false, timeFactor: 1, signal: controller.signal };
    const setup = await findBrowserSetup();
    return await withOpenedPage(`http://${site.host}${path}`, { ...opening, setup }, async () => {
      expect(countBrowserProcesses()).toBeGreaterThan(2);
      expect(await profiles()).toHaveLength(1);
      await use(controller);
    });
  }
  const nothing = async () => {
    expect(countBrowserProcesses()).toBe(0);
    expect(await profiles()).toEqual([]);
  };

  test("the worker stops", async () => {
    const stopped = openedAndThen("/asking", async (controller) => {
      controller.abort(new Error("the worker stops"));
      await vi.waitFor(nothing, { timeout: 10_000 });
    });
    await expect(stopped).resolves.toBeUndefined();
    await nothing();
  });

  test("the page hangs in a script", async () => {
    await openedAndThen("/endless", async () => undefined, 8_000);
    await nothing();
  });

  test("the work with the page fails", async () => {
    const failing = openedAndThen("/asking", () => Promise.reject(new Error("the disk is full")));
    await expect(failing).rejects.toThrow("the disk is full");
    await nothing();
  });
});

describe("CAPTURE_SANDBOX, where the host allows no sandbox", () => {
  let folder: string;
  beforeAll(async () => {
    // A browser that runs only without its sandbox, as on such a host.
    folder = await mkdtemp(join(tmpdir(), "daleel-no-sandbox-"));
    await chmod(folder, 0o755);
    const program = join(folder, "chromium");
    const { path } = await findChromium();
    await writeFile(
      program,
      `#!/bin/sh\ncase "$*" in *--no-sandbox*|*--version*) exec "${path}" "$@";; esac\nexit 1\n`,
      {
        mode: 0o755,
      },
    );
    setEnv({ PUPPETEER_EXECUTABLE_PATH: program });
  });
  afterAll(async () => {
    setEnv({ PUPPETEER_EXECUTABLE_PATH: undefined, CAPTURE_SANDBOX: "auto" });
    await rm(folder, { recursive: true, force: true });
  });

  test("on: refused, with what to do", async () => {
    setEnv({ CAPTURE_SANDBOX: "on" });
    await expect(findBrowserSetup()).rejects.toMatchObject({
      code: "sandbox_refused",
      message: expect.stringContaining("CAPTURE_SANDBOX=off"),
    });
    await expect(profiles()).resolves.toEqual([]);
  });

  test("auto and off: without it, and the provenance says why", async () => {
    setEnv({ CAPTURE_SANDBOX: "auto" });
    const setup = await findBrowserSetup();
    expect(setup.sandbox).toMatch(/^off: this host does not allow it/);
    expect(setup.args).toContain("--no-sandbox");
    setEnv({ CAPTURE_SANDBOX: "off" });
    expect((await findBrowserSetup()).sandbox).toMatch(/^off: CAPTURE_SANDBOX=off/);
  });
});
