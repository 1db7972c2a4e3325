import type { ApiPrices } from "#lib/core/platforms/api-search";
import { env } from "#lib/env";

/** What X charges, by this server's settings. */
export function currentPrices(): ApiPrices {
  return { postUsd: env().X_API_POST_PRICE_USD, userUsd: env().X_API_USER_PRICE_USD };
}
