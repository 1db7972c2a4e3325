import { setTimeout as sleep } from "node:timers/promises";
import { INTERNAL_SIGNATURE_HEADER, signInternal } from "#lib/auth/internal-signature";
import { env } from "#lib/env";
import { logger } from "#lib/logger";

const TRIES = 2;
const TIMEOUT_MS = 2_000;
const PAUSE_MS = 250;

/**
 * Tells the web server that a case's public pages changed, so that it makes them anew. Called after the commit, from
 * whatever process published: the web server itself, the seed or the command line.
 * The case is published whether or not this succeeds; a failure is logged, and the page follows at its next rebuild.
 * @returns whether the web server answered; false without an APP_ORIGIN (tests, scripts).
 */
export async function announcePublication(slug: string): Promise<boolean> {
  const origin = env().APP_ORIGIN;
  if (!origin) return false;
  const body = JSON.stringify({ slug });
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      const response = await fetch(new URL("/api/internal/revalidate", origin), {
        method: "POST",
        headers: {
          "content-type": "application/json",
          [INTERNAL_SIGNATURE_HEADER]: signInternal("daleel revalidate", body),
        },
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.ok) return true;
      logger.warn({ slug, status: response.status, attempt }, "the web server refused to refresh a case");
    } catch (thrown) {
      logger.warn({ slug, err: thrown, attempt }, "the web server could not be told of a case");
    }
    if (attempt < TRIES) await sleep(PAUSE_MS * attempt);
  }
  return false;
}
