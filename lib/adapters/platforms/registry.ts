import { demoSquareAdapter } from "#lib/adapters/platforms/demo-square/adapter";
import { web } from "#lib/adapters/platforms/web/web";
import { x } from "#lib/adapters/platforms/x/x";
import type { PlatformAdapter, RecognisedSource } from "#lib/core/captures/types";
import { env } from "#lib/env";
import { AppError } from "#lib/errors";

/**
 * Every platform of this server, in the order in which a line is asked about (`recogniseLine`). Where a demo site runs
 * (DEMO_SITE_ORIGIN), a typed `#tag` or `@handle` belongs to it, else to X. The web takes what nobody else knows.
 */
export function allPlatforms(): PlatformAdapter[] {
  const { DEMO_SITE_ORIGIN } = env();
  return DEMO_SITE_ORIGIN === undefined ? [x, web] : [demoSquareAdapter(DEMO_SITE_ORIGIN), x, web];
}

/**
 * The adapter that captures a source.
 * @throws AppError `address_refused` for a source of a demo site that does not run any more.
 */
export function platformFor(source: Pick<RecognisedSource, "platform">): PlatformAdapter {
  const found = allPlatforms().find(({ id }) => id === source.platform);
  if (!found) throw new AppError("address_refused", `No adapter for platform ${source.platform} on this server`);
  return found;
}
