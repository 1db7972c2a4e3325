import { rm } from "node:fs/promises";
import puppeteer, { type Browser } from "puppeteer-core";
import { isGroupDead, rememberBrowserGroup } from "#lib/adapters/browser/browser-processes";
import { sleep } from "#lib/adapters/browser/deadline";
import { findChromium } from "#lib/adapters/browser/find-chromium";
import { writeFontConfig } from "#lib/adapters/browser/font-config";
import { type BrowserReach, launchArgs, reachArgs } from "#lib/adapters/browser/launch-args";
import { browserRuntime } from "#lib/adapters/browser/runtime-folder";
import { type SandboxPlan, sandboxPlans } from "#lib/adapters/browser/sandbox-plan";
import { makeProfileFolder } from "#lib/adapters/browser/work-folder";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";

/** How browsers are started in this process; found out once, part of every provenance. */
export type BrowserSetup = {
  path: string;
  origin: string;
  version: string;
  userAgent: string;
  args: string[];
  sandbox: string;
  plan: SandboxPlan;
  fontsFolder: string;
};

/** A running browser of its own: own process group, own profile, nothing shared with the next one. */
export type RunningBrowser = {
  browser: Browser;
  /** Ends it and everything it started, and removes its profile. Never throws. */
  close(): Promise<void>;
};

const LAUNCH_TIMEOUT_MS = 30_000;
const POLITE_MS = 3_000;
/** A killed process ends at once unless the kernel is busy with it. */
const GONE_AFTER_MS = 1_000;

/**
 * Finds a browser and the safest way it runs on this host, by starting it and drawing a page.
 * @throws AppError `browser_failed` when it runs in no way at all; `sandbox_refused` when it runs only without its
 *   sandbox and CAPTURE_SANDBOX is `on`.
 */
export async function findBrowserSetup(): Promise<BrowserSetup> {
  const { path, origin } = await findChromium();
  const { fonts: fontsFolder } = await browserRuntime();
  let problem: unknown;
  for (const plan of await sandboxPlans()) {
    const draft = { path, origin, version: "", userAgent: "", args: [], sandbox: plan.note, plan, fontsFolder };
    try {
      const running = await start(
        { ...draft, args: launchArgs({ sandbox: plan.sandbox, userAgent: undefined }) },
        "nothing",
      );
      try {
        const page = await running.browser.newPage();
        await page.setContent("<p>ready</p>", { timeout: 10_000 });
        await page.screenshot();
        const version = await running.browser.version();
        const userAgent = (await running.browser.userAgent()).replace("HeadlessChrome", "Chrome");
        const args = launchArgs({ sandbox: plan.sandbox, userAgent });
        if (!plan.sandbox && env().CAPTURE_SANDBOX === "on") throw sandboxRefused(problem);
        return { ...draft, version, userAgent, args };
      } finally {
        await running.close();
      }
    } catch (thrown) {
      if (thrown instanceof AppError && thrown.code === "sandbox_refused") throw thrown;
      problem = thrown;
    }
  }
  throw new AppError("browser_failed", `Chromium does not run: ${String(problem)}`, {}, { cause: problem });
}

function sandboxRefused(cause: unknown): AppError {
  const message =
    "Chromium's sandbox does not start on this host: it needs unprivileged user namespaces " +
    "(sysctl kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0, or a container whose " +
    "seccomp profile allows clone and unshare). To capture without it, set CAPTURE_SANDBOX=off: what a page breaks out " +
    "of then is only the browser's process, and every capture's provenance says so";
  return new AppError("sandbox_refused", message, {}, { cause });
}

/**
 * Starts one browser.
 * @param reach where it may go; nowhere when absent.
 * @throws AppError `browser_failed`
 */
export async function launchBrowser(setup: BrowserSetup, reach: BrowserReach = "nothing"): Promise<RunningBrowser> {
  try {
    return await start(setup, reach);
  } catch (cause) {
    throw new AppError("browser_failed", `Chromium did not start: ${String(cause)}`, {}, { cause });
  }
}

async function start(setup: BrowserSetup, reach: BrowserReach): Promise<RunningBrowser> {
  const profile = await makeProfileFolder(setup.plan.user);
  const removeProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  const [program = setup.path, ...before] = [...setup.plan.prefix, setup.path];
  try {
    const browser = await puppeteer.launch({
      executablePath: program,
      args: [...before, ...setup.args, ...reachArgs(reach), `--user-data-dir=${profile}`, "about:blank"],
      ignoreDefaultArgs: true,
      // A pipe instead of a port: nobody else can connect, and when this process is killed the browser ends too.
      pipe: true,
      timeout: LAUNCH_TIMEOUT_MS,
      protocolTimeout: 180_000,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      waitForInitialPage: false,
      // Not our environment: it holds secrets.
      env: {
        PATH: "/usr/local/bin:/usr/bin:/bin",
        LANG: "C.UTF-8",
        TZ: "UTC",
        HOME: profile,
        TMPDIR: profile,
        XDG_CONFIG_HOME: profile,
        XDG_CACHE_HOME: profile,
        FONTCONFIG_FILE: await writeFontConfig(profile, setup.fontsFolder),
      },
    });
    const pid = browser.process()?.pid;
    if (pid !== undefined) rememberBrowserGroup(pid);
    let ending: Promise<void> | undefined;
    return {
      browser,
      close() {
        ending ??= end(browser).finally(removeProfile);
        return ending;
      },
    };
  } catch (thrown) {
    await removeProfile();
    throw thrown;
  }
}

/** Politely for a moment, then the whole process group, until it is gone. */
async function end(browser: Browser): Promise<void> {
  const pid = browser.process()?.pid;
  const polite = browser.close().catch(() => undefined);
  await Promise.race([polite, new Promise((resolve) => setTimeout(resolve, POLITE_MS).unref())]);
  if (pid === undefined) return;
  // The group, not the process: its children must not outlive it, whatever user they run as.
  for (const until = Date.now() + GONE_AFTER_MS; Date.now() < until; await sleep(20)) {
    try {
      process.kill(-pid, "SIGKILL");
    } catch {
      // ESRCH: the group is gone, which is what was wanted.
      return void isGroupDead(pid);
    }
    // What is left then is dead and waits to be collected, by an init that may take its time.
    if (isGroupDead(pid)) return;
  }
}
