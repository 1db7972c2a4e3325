import { bahrainAccounts } from "#lib/core/cases/starter/bahrain-accounts";
import { followers } from "#lib/core/cases/starter/followers";
import { saudiAccounts } from "#lib/core/cases/starter/saudi-accounts";
import { twitterBoycott } from "#lib/core/cases/starter/twitter-boycott";
import type { StarterCase } from "#lib/core/cases/starter/types";
import { uaeSimCards } from "#lib/core/cases/starter/uae-sim-cards";

/** The five starter case files, oldest incident first: seeded in this order, the newest comes out on top. */
export const STARTER_CASES: readonly StarterCase[] = [
  uaeSimCards,
  saudiAccounts,
  bahrainAccounts,
  followers,
  twitterBoycott,
];
