import { type OpenOptions, withOpenedPage } from "#lib/adapters/browser/capture-page";
import { sleep } from "#lib/adapters/browser/deadline";
import type { NetworkLog } from "#lib/adapters/browser/network-log";
import type { CaptureProxy } from "#lib/adapters/net/capture-proxy";
import type { ProxyLog } from "#lib/adapters/net/proxy-log";
import { settleDeletion } from "#lib/core/captures/settle-deletion";
import type { Classification, Outcome, PlatformAdapter, RecognisedSource } from "#lib/core/captures/types";
import { type ErrorCode, toAppError } from "#lib/errors";

/** Between the looks: long enough to outlast a hiccup of one server behind the address. */
const PAUSE_MS = 3_000;

/** A second look as the provenance tells it: it had a browser and a proxy of its own. */
export type SecondLook = {
  startedAt: Date;
  finishedAt: Date;
  /** What it found, or why it found nothing. */
  outcome: Outcome | null;
  problem: ErrorCode | null;
  /** Null when there was no page to read. */
  log: NetworkLog | null;
  proxy: ProxyLog;
};

/**
 * A second look, with a fresh browser, at a source whose first look said "deleted".
 * @param startProxy makes the second browser's own way out.
 * @returns what both looks together allow to say, and the second by itself; one that fails leaves it at `unavailable`.
 */
export async function lookAgain(
  source: RecognisedSource,
  adapter: PlatformAdapter,
  opening: Omit<OpenOptions, "proxy">,
  startProxy: () => Promise<CaptureProxy>,
  first: Classification,
): Promise<Classification & { secondLook: SecondLook }> {
  await sleep(PAUSE_MS);
  opening.signal?.throwIfAborted();
  await using proxy = await startProxy();
  const look: SecondLook = {
    startedAt: new Date(),
    finishedAt: new Date(),
    outcome: null,
    problem: null,
    log: null,
    proxy: proxy.log,
  };
  let second: Classification | null = null;
  try {
    second = await withOpenedPage(source.canonicalUrl, { ...opening, proxy }, async (opened) => {
      look.log = opened.log;
      return adapter.classify(source, await opened.read());
    });
    look.outcome = second.outcome;
  } catch (thrown) {
    // Not being able to look again is no reason to lose the first look; that the worker is stopping is.
    opening.signal?.throwIfAborted();
    look.problem = toAppError(thrown).code;
  }
  look.finishedAt = new Date();
  return { ...settleDeletion(first, second, PAUSE_MS), secondLook: look };
}
