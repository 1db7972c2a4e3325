import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import { captureWebPage, expectSoundManifest } from "#test/capture/run-request";

const WORDS = "The council said that the bridge closes for one night and that the railing is to be renewed. ".repeat(4);
const STORY = `<nav style="position:sticky;top:0;background:#0000ff;height:40px">Gazette <a href="/login">Log in</a></nav><article><h1>Bridge</h1>${`<p>${WORDS}</p>`.repeat(20)}<p>We use cookies, the baker said.</p></article>`;
const page = (over: string, style = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge</title><style>body{margin:0;background:#fff}${style}</style></head><body>${STORY}${over}</body></html>`;

/** Red is the bar, grey is the veil: no pixel of either may be in the second picture. */
const PAGES: Record<string, string> = {
  "/bar": page(
    '<div id="onetrust-consent-sdk"><div style="position:fixed;inset:0;background:#808080"></div><div style="position:fixed;bottom:0;width:100%;height:300px;background:#ff0000">We value your privacy <button onclick="document.title=\'clicked\'">Accept all</button></div></div>',
    "html,body{overflow:hidden}",
  ),
  "/none": page(""),
};

let server: Server;
let origin = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(PAGES[request.url ?? ""] ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  setEnv({ CAPTURE_ALLOW_HOSTS: `127.0.0.1:${port}`, CAPTURE_TIMEOUT_MS: "30000" });
});
afterAll(async () => {
  await closeQueue();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function countPixels(png: Buffer, [red, green, blue]: [number, number, number]): Promise<number> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let count = 0;
  for (let at = 0; at < data.length; at += info.channels) {
    if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) count++;
  }
  return count;
}

test("the first picture shows the bar; a second one shows the whole page without it, and says what was hidden", async () => {
  const taken = await captureWebPage(`${origin}/bar`);
  expect(taken.capture?.outcome).toBe("content");
  // The bar lies where the first and the last tile of the picture overlap.
  const [first, second] = [await taken.bytes("screenshot.png"), await taken.bytes("screenshot-clean.png")];
  expect(await countPixels(first, [255, 0, 0])).toBeGreaterThan(100_000);
  expect(await countPixels(second, [255, 0, 0])).toBe(0);
  // Edges of letters are grey too, the veil is a million pixels.
  expect(await countPixels(first, [128, 128, 128])).toBeGreaterThan(1_000_000);
  expect(await countPixels(second, [128, 128, 128])).toBeLessThan(10_000);
  // The navigation is no bar and stays; the page could not scroll under the veil.
  expect(await countPixels(second, [0, 0, 255])).toBeGreaterThan(10_000);
  expect(taken.artifact("screenshot-clean.png")?.role).toBe("screenshot_clean");
  const { pictureWithoutBars } = await taken.json("provenance.json");
  expect(pictureWithoutBars.hidden).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        selector: "div#onetrust-consent-sdk",
        reason: "known",
        text: "We value your privacy Accept all",
      }),
      expect.objectContaining({ reason: "scroll_lock" }),
    ]),
  );
  // Documents are of the page as it was, and nothing was clicked.
  const dom = (await taken.bytes("dom.html")).toString();
  expect(dom).toContain("We value your privacy");
  expect(dom).not.toMatch(/data-daleel|<title>clicked/);
  await expectSoundManifest(taken);
});

test("a page without a bar has one picture", async () => {
  const taken = await captureWebPage(`${origin}/none`);
  expect(taken.capture?.outcome).toBe("content");
  expect(taken.artifact("screenshot-clean.png")).toBeUndefined();
  expect((await taken.json("provenance.json")).pictureWithoutBars).toBeNull();
});
