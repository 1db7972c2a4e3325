import type { Browser, CDPSession, Page } from "puppeteer-core";
import { setSessionCookies } from "#lib/adapters/browser/session-cookies";
import type { SessionCookie } from "#lib/core/platforms/access";

/** What every page is drawn with; part of the provenance. */
export const VIEW = { width: 1280, height: 1600, deviceScaleFactor: 1 };
export const LOCALE = "en-US";
export const TIMEZONE = "UTC";

/** A page in a context of its own that can leave nothing behind and ask for nothing. */
export type QuietPage = { page: Page; cdp: CDPSession; mainFrameId: string };

/**
 * A fresh context and page: downloads and permissions denied, dialogs dismissed, pop-ups closed.
 * The cookies are the page's from the start; without any, nobody has signed in.
 * The view is set before anything is opened: a right-to-left page that is resized later comes out shifted.
 */
export async function openQuietPage(browser: Browser, cookies: readonly SessionCookie[] = []): Promise<QuietPage> {
  const context = await browser.createBrowserContext({ downloadBehavior: { policy: "deny" } });
  const page = await context.newPage();
  const cdp = await page.createCDPSession();
  browser.on("targetcreated", (target) => {
    if (target.type() !== "page" || target === page.target()) return;
    void target
      .page()
      .then((popup) => popup?.close())
      .catch(() => undefined);
  });
  page.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));
  if (cookies.length > 0) await setSessionCookies(cdp, cookies);
  await page.setViewport(VIEW);
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: "light" },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.emulateTimezone(TIMEZONE);
  await cdp.send("Emulation.setLocaleOverride", { locale: LOCALE });
  await cdp.send("Page.enable");
  const { frameTree } = await cdp.send("Page.getFrameTree");
  const browserContextId = context.id;
  if (browserContextId)
    await cdp.send("Browser.grantPermissions", { browserContextId, permissions: [] }).catch(() => undefined);
  return { page, cdp, mainFrameId: frameTree.frame.id };
}
