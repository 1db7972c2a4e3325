import { execFile } from "node:child_process";
import { access } from "node:fs/promises";
import { promisify } from "node:util";
import { browserRuntime } from "#lib/adapters/browser/runtime-folder";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";

const run = promisify(execFile);

/** A browser to capture with, and how it was found. */
export type FoundChromium = { path: string; origin: "setting" | "installed" | "bundled" };

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * PUPPETEER_EXECUTABLE_PATH, else an installed Chrome or Chromium that runs, else the bundled one.
 * @throws AppError `start_failed` when the setting names a program that does not run.
 */
export async function findChromium(): Promise<FoundChromium> {
  const wanted = env().PUPPETEER_EXECUTABLE_PATH;
  if (wanted) {
    if (await runs(wanted)) return { path: wanted, origin: "setting" };
    throw new AppError("start_failed", `PUPPETEER_EXECUTABLE_PATH does not run: ${wanted}`, { program: "Chromium" });
  }
  for (const path of USUAL_PLACES) {
    if (await runs(path)) return { path, origin: "installed" };
  }
  return { path: (await browserRuntime()).chromium, origin: "bundled" };
}

/** Some distributions put a script there that only advises to install something; it does not answer `--version`. */
async function runs(path: string): Promise<boolean> {
  try {
    await access(path);
    const { stdout } = await run(path, ["--version"], { timeout: 15_000 });
    return /\d+\.\d+/.test(stdout);
  } catch {
    return false;
  }
}
