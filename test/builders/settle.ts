import { settleWordings } from "#lib/services/phrasings/settle-wordings";
import { drainOutbox } from "#lib/services/search/drain-outbox";

/** What the worker does a moment after posts come: every wording in its phrasing, everything counted and searchable. */
export async function settleEverything(): Promise<void> {
  while ((await settleWordings()) > 0);
  while ((await drainOutbox()) > 0);
}
