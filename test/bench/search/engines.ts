import type { SearchIndex } from "#lib/core/search/search-index";
import { db } from "#lib/data/client";
import { postgresIndex } from "#lib/data/search/postgres-index";

/** An engine under test. */
export type BenchEngine = {
  name: string;
  index: SearchIndex;
  /** What the design asks of a search at a million posts, milliseconds. */
  searchTargetMs: number;
  /** What its index takes on the disk. */
  bytes(): Promise<number>;
  close(): Promise<void>;
};

/** Every engine that this machine has; each is opened when the one before is closed. */
export const ENGINES: readonly (() => Promise<BenchEngine | null>)[] = [openPostgres];

async function openPostgres(): Promise<BenchEngine> {
  return {
    name: "PostgreSQL",
    index: postgresIndex,
    searchTargetMs: 50,
    bytes: async () => {
      // Its own tables, and the index over the band keys of wordings that `similar` asks.
      const [row] = await db().$queryRaw<{ bytes: bigint }[]>`
        SELECT pg_total_relation_size('search_document') + pg_total_relation_size('search_word')
             + pg_relation_size('wording_bands_idx') AS bytes`;
      return Number(row?.bytes ?? 0);
    },
    close: async () => undefined,
  };
}
