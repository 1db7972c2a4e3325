import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import type { Browser, BrowserContext, CDPSession, Page } from "puppeteer-core";
import { findBrowserSetup, launchBrowser, type RunningBrowser } from "#lib/adapters/browser/launch-browser";
import { projectPath } from "#lib/paths";

/** A browser as an editor or reader has it. */
export async function openBrowser(): Promise<RunningBrowser> {
  return launchBrowser(await findBrowserSetup(), "anything");
}

/** What a page has asked for and not got yet, by request. */
type Following = { cdp: CDPSession; open: Map<string, { loaderId: string; url: string }> };
const followed = new WeakMap<Page, Following>();

/** A page whose requests are followed, so that `rests` can wait for them. */
export async function openPage(place: Browser | BrowserContext): Promise<Page> {
  const page = await place.newPage();
  const cdp = await page.createCDPSession();
  const open: Following["open"] = new Map();
  cdp.on("Network.requestWillBeSent", ({ requestId, loaderId, request }) => {
    open.set(requestId, { loaderId, url: request.url });
  });
  for (const end of ["Network.loadingFinished", "Network.loadingFailed"] as const) {
    cdp.on(end, ({ requestId }) => void open.delete(requestId));
  }
  await cdp.send("Network.enable");
  followed.set(page, { cdp, open });
  return page;
}

/**
 * Waits until the document has asked for nothing for so many milliseconds. Not Puppeteer's `waitForNetworkIdle`: Chromium
 * never says what became of the requests of a document that is left in their middle, and that one goes on waiting for them.
 */
export async function rests(page: Page, { idleMs = 300, timeoutMs = 30_000 } = {}): Promise<void> {
  const following = followed.get(page);
  if (!following) throw new Error("Only a page of openPage can be waited for");
  const { cdp, open } = following;
  const until = Date.now() + timeoutMs;
  for (let idleSince = Date.now(); Date.now() - idleSince < idleMs; await delay(20)) {
    const { frameTree } = await cdp.send("Page.getFrameTree");
    const own = [...open.values()].filter(({ loaderId }) => loaderId === frameTree.frame.loaderId);
    if (own.length > 0) idleSince = Date.now();
    if (Date.now() > until) {
      throw new Error(`${page.url()} does not rest; open are ${own.map(({ url }) => url).join(" ")}`);
    }
  }
}

type Violation = { id: string; help: string; nodes: { target: unknown; failureSummary?: string }[] };

/** What axe-core finds against WCAG 2.2 AA on the page as it stands: one line per element, empty when clean. */
export async function findAxeViolations(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(projectPath("node_modules", "axe-core", "axe.min.js"), "utf8"));
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then((r) => r.violations)`,
  )) as Violation[];
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${String(target)} (${failureSummary ?? ""})`),
  );
}

/** Whether anything is wider than the window, which makes a page scroll sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
}
