import type { CDPSession, Page } from "puppeteer-core";
import type { NetworkRecorder } from "#lib/adapters/archive/record-network";
import { type Deadline, sleep, startDeadline } from "#lib/adapters/browser/deadline";
import { type BrowserSetup, launchBrowser } from "#lib/adapters/browser/launch-browser";
import { navigationError } from "#lib/adapters/browser/navigation-error";
import { type NetworkLog, startNetworkLog } from "#lib/adapters/browser/network-log";
import { guardSession } from "#lib/adapters/browser/page-guard";
import { openQuietPage, type QuietPage } from "#lib/adapters/browser/page-opening";
import { scrollThrough, waitForCalm, waitForContent } from "#lib/adapters/browser/page-waits";
import { type ReceivedBodies, startReceivedBodies } from "#lib/adapters/browser/received-bodies";
import { readAllCookies } from "#lib/adapters/browser/session-cookies";
import type { CaptureProxy } from "#lib/adapters/net/capture-proxy";
import { refusal } from "#lib/adapters/net/dial-checked";
import type { CaptureLimits } from "#lib/core/captures/limits";
import type { PageEvidence } from "#lib/core/captures/types";
import type { SessionCookie } from "#lib/core/platforms/access";
import { AppError } from "#lib/errors";

/** A page that cannot be read in this time hangs. */
const HANGING_AFTER_MS = 5_000;

/** A page that was opened for a capture and may be read and pictured until it is closed. */
export type OpenedPage = {
  page: Page;
  log: NetworkLog;
  deadline: Deadline;
  /** Chromium's words when the answer was no page at all (a download, a cut response); else null. */
  navigationProblem: string | null;
  /** Pictures and films that the browser got. */
  received: Pick<ReceivedBodies, "read">;
  read(): Promise<PageEvidence>;
  pdf(): Promise<Buffer>;
  /** Everything a reader of the page could read. */
  shownText(): Promise<string>;
  /** Every cookie that the browser has now. */
  cookies(): Promise<{ name: string; value: string; domain: string }[]>;
};

export type OpenOptions = {
  setup: BrowserSetup;
  /** The only way out; of this capture alone. */
  proxy: CaptureProxy;
  limits: CaptureLimits;
  /** The page is worth reading when one of these is there. */
  readySelectors: string[];
  /** Whether to scroll through before reading, for pages that load on sight. */
  scroll: boolean;
  /** How many times the limit's time this capture may take: walking a list is more than reading a page. */
  timeFactor: number;
  /** Is given the log before anything is asked for, so that a visit that fails leaves a record too. */
  onLog?: (log: NetworkLog) => void;
  /** Listens to everything that goes over the network, for the archive. */
  recorder?: Pick<NetworkRecorder, "listen">;
  /** Of the newsroom's own session at this platform. */
  cookies?: readonly SessionCookie[];
  signal?: AbortSignal;
};

/**
 * Opens an address in a browser of its own, hands the page to `use`, and ends the browser whatever happened.
 * @throws AppError `address_refused`, `host_unknown`, `connection_failed`, `capture_timeout`, `browser_failed`.
 */
export async function withOpenedPage<T>(url: string, options: OpenOptions, use: (opened: OpenedPage) => Promise<T>) {
  const halt: Opening["halt"] = { loading: () => undefined };
  const network = startNetworkLog(options.limits, options.proxy.log, () => halt.loading());
  options.onLog?.(network.log);
  const answer = await options.proxy.check(new URL(url));
  if (!answer.ok) throw refusal(new URL(url), answer.reason, answer.unknownHost);
  options.signal?.throwIfAborted();
  const deadline = startDeadline(options.limits.timeoutMs * options.timeFactor);
  const running = await launchBrowser(options.setup, { proxyPort: options.proxy.port });
  const abort = () => void running.close();
  options.signal?.addEventListener("abort", abort, { once: true });
  try {
    const quiet = await deadline.within(openQuietPage(running.browser, options.cookies), "opening the browser");
    return await use(await open(url, quiet, { ...options, network, halt }, deadline));
  } catch (thrown) {
    options.signal?.throwIfAborted();
    if (thrown instanceof AppError) throw thrown;
    if (running.browser.connected && !/Target closed|Session closed|crashed|detached/i.test(String(thrown)))
      throw thrown;
    throw new AppError("browser_failed", `The browser died: ${String(thrown)}`, {}, { cause: thrown });
  } finally {
    options.signal?.removeEventListener("abort", abort);
    await running.close();
  }
}

/** `halt.loading` ends the page's loading once there is a page. */
type Opening = OpenOptions & { network: ReturnType<typeof startNetworkLog>; halt: { loading: () => void } };

async function open(url: string, quiet: QuietPage, options: Opening, deadline: Deadline): Promise<OpenedPage> {
  const { page, cdp, mainFrameId } = quiet;
  const { limits, proxy, network, halt } = options;
  let stopped = false;
  let blocked: { reason: string; unknownHost: boolean } | undefined;
  const stop = () => {
    if (stopped) return;
    stopped = true;
    void cdp.send("Page.stopLoading").catch(() => undefined);
  };
  halt.loading = stop;
  const { log, listen: listenToLog } = network;
  proxy.onLimit((code) => {
    log.limitsHit.add(code);
    stop();
  });
  const received = startReceivedBodies();
  const listen: typeof listenToLog = (session, ofMainFrame) => {
    listenToLog(session, ofMainFrame);
    options.recorder?.listen(session, ofMainFrame);
    received.listen(session);
  };
  const onMainBlocked = (reason: string, unknownHost: boolean) => {
    blocked = { reason, unknownHost };
  };
  await guardSession(cdp, { proxy, limits, log, listen, mainFrameId, stopped: () => stopped, onMainBlocked }, true);

  const loadMs = limits.timeoutMs * 0.5;
  const { errorText } = await deadline.within(cdp.send("Page.navigate", { url }), "waiting for the server", loadMs);
  const failIfBlocked = () => {
    if (blocked && !log.limitsHit.size) throw refusal(new URL(url), blocked.reason, blocked.unknownHost);
  };
  failIfBlocked();
  // An answer without a body: the status says what happened, and Chromium's own page stands for the document.
  const problem = errorText === "net::ERR_HTTP_RESPONSE_CODE_FAILURE" ? undefined : errorText;
  if (problem) {
    const error = navigationError(problem, url);
    if (error) throw error;
  } else {
    const complete = await waitForContent(page, options.readySelectors, log, deadline, loadMs);
    if (!complete) {
      log.limitsHit.add("time");
      stop();
      await endScripts(cdp);
    }
    if (options.scroll && complete) await scrollThrough(page, deadline);
    await waitForCalm(page, log, deadline);
    failIfBlocked();
  }
  return {
    page,
    log,
    deadline,
    navigationProblem: problem ?? null,
    received,
    read: () => readPage(url, quiet, log, deadline),
    pdf: () => printPage(page, deadline),
    shownText: () => deadline.within(page.evaluate(readShownText), "reading what is shown", HANGING_AFTER_MS),
    cookies: () => deadline.within(readAllCookies(quiet.cdp), "reading the cookies", 5_000),
  };
}

/** A script in an endless loop would hang every later step; the document it made so far stays. */
async function endScripts(cdp: CDPSession): Promise<void> {
  await cdp.send("Emulation.setScriptExecutionDisabled", { value: true }).catch(() => undefined);
  await Promise.race([cdp.send("Runtime.terminateExecution").catch(() => undefined), sleep(500)]);
  await sleep(100);
}

async function readPage(requestedUrl: string, { page, cdp }: QuietPage, log: NetworkLog, deadline: Deadline) {
  const domHtml = await deadline.within(page.content(), "reading the document", HANGING_AFTER_MS).catch(async () => {
    log.limitsHit.add("time");
    await endScripts(cdp);
    return deadline.within(page.content(), "reading the document", HANGING_AFTER_MS);
  });
  const shown = page.url();
  const host = URL.parse(log.main?.url ?? requestedUrl)?.host;
  const json = log.json.toSorted(
    (a, b) => Number(URL.parse(b.url)?.host === host) - Number(URL.parse(a.url)?.host === host),
  );
  return {
    requestedUrl,
    finalUrl: shown.startsWith("http") ? shown : (log.main?.url ?? requestedUrl),
    httpStatus: log.main?.status ?? null,
    responseHtml: await deadline.within(log.mainText(), "reading the answer", 20_000),
    domHtml,
    json,
    headers: Object.fromEntries(
      Object.entries(log.main?.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    failedCalls: log.failedCalls,
  };
}

/** As it looks on the screen, on sheets of the screen's width. */
async function printPage(page: Page, deadline: Deadline): Promise<Buffer> {
  await deadline.within(page.emulateMediaType("screen"), "preparing the PDF", 10_000);
  const sheet = { width: "1280px", height: "1810px", printBackground: true, timeout: 0 };
  return Buffer.from(await deadline.within(page.pdf(sheet), "printing the PDF", 40_000));
}

// Runs in the page.
function readShownText(): string {
  const fields = [
    ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type="hidden"]), textarea'),
  ];
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is in no picture.
  return [document.body?.innerText ?? "", ...fields.map(({ value }) => value)].join("\n");
}
