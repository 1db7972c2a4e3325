import type { Page } from "puppeteer-core";
import { type Deadline, sleep } from "#lib/adapters/browser/deadline";
import type { NetworkLog } from "#lib/adapters/browser/network-log";

const POLL_MS = 25;
/** Analytics and long polls never end; so few loads count as quiet. */
const QUIET_LOADS = 2;

/** How long a loaded document may take to show one of the selectors. */
const READY_PATIENCE_MS = 15_000;
const ERROR_PATIENCE_MS = 1_500;

type DocumentState = { ready: boolean; complete: boolean };

/**
 * Waits until one of the selectors is there and the document has loaded, as far as `capMs` goes.
 * @returns whether the document finished loading; a page that streams for ever does not.
 */
export async function waitForContent(
  page: Page,
  selectors: string[],
  log: NetworkLog,
  deadline: Deadline,
  capMs: number,
): Promise<boolean> {
  const end = Date.now() + Math.min(capMs, deadline.leftMs());
  let completeAt = 0;
  let state: DocumentState = { ready: false, complete: false };
  while (Date.now() < end) {
    state = await deadline
      .within(page.evaluate(readState, selectors), "looking at the document", 2_000)
      .catch(() => ({ ready: false, complete: false }));
    if (state.complete) {
      completeAt ||= Date.now();
      // An error page rarely grows into what was asked for.
      const patience = (log.main?.status ?? 0) >= 400 ? ERROR_PATIENCE_MS : READY_PATIENCE_MS;
      if (state.ready || selectors.length === 0 || Date.now() - completeAt > patience) break;
    }
    await sleep(POLL_MS);
  }
  return state.complete;
}

/** Nothing for so long, and the page has what it wanted. */
const CALM_MS = 500;

/**
 * Fonts drawn, pictures decoded, network calm: each for a bounded time, none of them an error. Calm is when nothing came
 * or went for half a second; a few loads that never end (analytics, long polls) do not count against it.
 */
export async function waitForCalm(page: Page, log: NetworkLog, deadline: Deadline): Promise<void> {
  await deadline.within(page.evaluate(fontsAndImages), "fonts and pictures", 5_000).catch(() => undefined);
  const end = Date.now() + Math.min(10_000, deadline.leftMs() / 4);
  for (let since = log.lastActivityAt; Date.now() < end && Date.now() - since < CALM_MS; await sleep(POLL_MS)) {
    if (log.inFlight.size > QUIET_LOADS) since = Date.now();
  }
}

/** Walks down a page and back up, so that what loads on sight is there. */
export async function scrollThrough(page: Page, deadline: Deadline): Promise<void> {
  await deadline.within(page.evaluate(scrollDownAndUp), "scrolling", 8_000).catch(() => undefined);
}

function readState(selectors: string[]): DocumentState {
  return {
    ready: selectors.some((selector) => document.querySelector(selector)),
    complete: document.readyState === "complete",
  };
}

async function fontsAndImages(): Promise<void> {
  await document.fonts.ready;
  await Promise.all([...document.images].slice(0, 500).map((image) => image.decode().catch(() => undefined)));
}

async function scrollDownAndUp(): Promise<void> {
  const steps = Math.min(40, Math.ceil(document.documentElement.scrollHeight / innerHeight));
  for (let step = 1; step < steps; step++) {
    scrollTo(0, step * innerHeight);
    await new Promise((resolve) => setTimeout(resolve, 80));
  }
  scrollTo(0, 0);
}
