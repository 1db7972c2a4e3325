import { type BrowserSetup, findBrowserSetup } from "#lib/adapters/browser/launch-browser";
import { runSelfTest } from "#lib/adapters/browser/self-test";
import { sweepProfileFolders } from "#lib/adapters/browser/work-folder";

/** The browser of this process, found and tested. */
export type CaptureBrowser = BrowserSetup & { missingGlyphs: string[] };

let tested: Promise<CaptureBrowser> | undefined;

/**
 * Finds the browser and tests its pictures, once per process; no capture is taken with an untested browser.
 * @throws AppError `self_test_failed`, `browser_failed`, `start_failed`
 */
export function captureBrowser(): Promise<CaptureBrowser> {
  tested ??= findAndTest().catch((thrown) => {
    tested = undefined;
    throw thrown;
  });
  return tested;
}

async function findAndTest(): Promise<CaptureBrowser> {
  await sweepProfileFolders();
  const setup = await findBrowserSetup();
  return { ...setup, ...(await runSelfTest(setup)) };
}
