import { setTimeout as sleep } from "node:timers/promises";
import type { Frame, Page } from "puppeteer-core";
import { type BrowserSetup, launchBrowser } from "#lib/adapters/browser/launch-browser";
import { readMainPage } from "#lib/adapters/replay/read-main-page";
import { serveRecording } from "#lib/adapters/replay/serve-recording";
import { compareReplay, type ReplayComparison } from "#lib/core/replay/compare-replay";

/** Long enough for a page whose scripts take their time, short enough for a queue. */
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 250;

export type ReplayFinding = ReplayComparison & {
  /** Why nothing came up, when nothing did. */
  problem: string | null;
};

/**
 * Opens a WACZ file in the viewer with the network cut and looks for pieces of text in the replayed page.
 * @param expected what the page must show; empty when any page will do.
 * @throws AppError `browser_failed`, `file_damaged`; whatever `signal` was aborted with.
 */
export async function replayInBrowser(
  waczPath: string,
  expected: readonly string[],
  options: { setup: BrowserSetup; signal?: AbortSignal; patienceMs?: number },
): Promise<ReplayFinding> {
  const { setup, signal, patienceMs = PATIENCE_MS } = options;
  signal?.throwIfAborted();
  const server = await serveRecording(waczPath, await readMainPage(waczPath));
  const running = await launchBrowser(setup, { localPort: server.port }).catch(async (thrown) => {
    await server.stop();
    throw thrown;
  });
  const abort = () => void running.close();
  signal?.addEventListener("abort", abort, { once: true });
  try {
    const page = await running.browser.newPage();
    await page.goto(server.pageUrl, { waitUntil: "domcontentloaded", timeout: patienceMs });
    return await lookUntilFound(page, expected, patienceMs, signal);
  } catch (thrown) {
    signal?.throwIfAborted();
    throw thrown;
  } finally {
    signal?.removeEventListener("abort", abort);
    await running.close();
    await server.stop();
  }
}

/** Scripts of the replayed page may still be drawing: what counts is the best that was ever seen. */
async function lookUntilFound(
  page: Page,
  expected: readonly string[],
  patienceMs: number,
  signal: AbortSignal | undefined,
): Promise<ReplayFinding> {
  let best: ReplayComparison = compareReplay(expected, null);
  const end = Date.now() + patienceMs;
  while (best.result !== "replays" && Date.now() < end) {
    signal?.throwIfAborted();
    const now = compareReplay(expected, await readReplayed(page));
    if (now.found.length >= best.found.length && now.result !== "does_not_replay") best = now;
    if (best.result !== "replays") await sleep(LOOK_EVERY_MS);
  }
  return { ...best, problem: best.result === "does_not_replay" ? await viewerWords(page) : null };
}

const isReplayed = (frame: Frame) => /\/w\/[^?#]*mp_\//.test(frame.url());

/** Title and words of the replayed page; null while there is none, or the viewer says that it has none. */
async function readReplayed(page: Page): Promise<string | null> {
  const frame = page.frames().find(isReplayed);
  if (!frame) return null;
  const read = frame.evaluate(() => {
    const isThere = document.readyState !== "loading" && "_WBWombat" in window && document.body;
    // What is in the document but not shown (scripts, data for machines) is no replay.
    // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts
    return isThere ? `${document.title}\n${document.body.innerText}` : null;
  });
  return Promise.race([read.catch(() => null), sleep(5_000, null)]);
}

/** What the viewer itself says on the page: its error, if it has one. */
async function viewerWords(page: Page): Promise<string> {
  const words = (frame: Frame) => frame.evaluate(() => document.body?.textContent ?? "").catch(() => "");
  const texts = await Promise.all(page.frames().map(words));
  return texts.join(" ").replaceAll(/\s+/g, " ").trim().slice(0, 300) || "no page came up";
}
