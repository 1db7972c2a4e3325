import puppeteer from "puppeteer-core";
import type { BrowserSetup } from "#lib/adapters/browser/launch-browser";

/**
 * What a plain script does with the same browser: start it, open the page, full-page picture, PDF, end it.
 * No outcome, no text, no files, no proof.
 * @param waitUntil `networkidle0` waits as we do, until nothing came for half a second.
 * @returns milliseconds: all of it, and the part after the browser was up.
 */
export async function barePuppeteer(
  url: string,
  setup: BrowserSetup,
  waitUntil: "load" | "networkidle0" = "load",
): Promise<{ wholeMs: number; pageMs: number }> {
  const begin = performance.now();
  const browser = await puppeteer.launch({
    executablePath: setup.path,
    args: ["--no-sandbox", "--disable-gpu"],
    pipe: true,
  });
  try {
    const up = performance.now();
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 1600 });
    await page.goto(url, { waitUntil });
    await page.screenshot({ fullPage: true });
    await page.pdf({ printBackground: true });
    const pageMs = performance.now() - up;
    await browser.close();
    return { wholeMs: performance.now() - begin, pageMs };
  } finally {
    await browser.close();
  }
}
