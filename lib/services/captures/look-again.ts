import { type OpenOptions, withOpenedPage } from "#lib/adapters/browser/capture-page";
import { sleep } from "#lib/adapters/browser/deadline";
import { settleDeletion } from "#lib/core/captures/settle-deletion";
import type { Classification, PlatformAdapter, RecognisedSource } from "#lib/core/captures/types";

/** Between the looks: long enough to outlast a hiccup of one server behind the address. */
const PAUSE_MS = 3_000;

/**
 * A second look, with a fresh browser, at a source whose first look said "deleted".
 * @returns what both looks together allow to say; a second look that fails leaves it at `unavailable`.
 */
export async function lookAgain(
  source: RecognisedSource,
  adapter: PlatformAdapter,
  opening: OpenOptions,
  first: Classification,
): Promise<Classification> {
  await sleep(PAUSE_MS);
  opening.signal?.throwIfAborted();
  let second: Classification | null = null;
  try {
    second = await withOpenedPage(source.canonicalUrl, opening, async (opened) =>
      adapter.classify(source, await opened.read()),
    );
  } catch {
    // Not being able to look again is no reason to lose the first look; that the worker is stopping is.
    opening.signal?.throwIfAborted();
  }
  return settleDeletion(first, second, PAUSE_MS);
}
