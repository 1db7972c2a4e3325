import { afterAnswer, type HostWait, pacedHost, readWelcome, takeTurn } from "#lib/core/captures/host-pace";
import type { Outcome } from "#lib/core/captures/types";
import { db } from "#lib/data/client";
import { holdHostPace, keepHostPace } from "#lib/data/host-pace";
import { env } from "#lib/env";

/**
 * Takes the turn of an address's host before a capture begins.
 * @returns undefined when the capture may begin, else when to come again and why.
 */
export async function takeHostTurn(address: string, now = new Date()): Promise<HostWait | undefined> {
  const host = hostOf(address);
  if (host === null) return undefined;
  return db().$transaction(async (tx) => {
    const turn = takeTurn(await holdHostPace(tx, host), now);
    if ("wait" in turn) return turn.wait;
    await keepHostPace(tx, host, turn.pace);
    return undefined;
  });
}

/**
 * Remembers whether a host was willing to answer.
 * @param found what the page turned out to be, and how long the site asked us to stay away.
 */
export async function noteHostAnswer(
  address: string,
  found: { outcome: Outcome; httpStatus: number | null; retryAfterSeconds: number | null },
  now = new Date(),
): Promise<void> {
  const host = hostOf(address);
  const welcome = readWelcome(found);
  if (host === null || welcome === "unclear") return;
  await db().$transaction(async (tx) => {
    const pace = await holdHostPace(tx, host);
    await keepHostPace(tx, host, afterAnswer(pace, welcome, found.retryAfterSeconds, now));
  });
}

function hostOf(address: string): string | null {
  const url = URL.parse(address);
  // What is no address is refused before anything is asked of a host.
  return url ? pacedHost(url, env().CAPTURE_ALLOW_HOSTS) : null;
}
