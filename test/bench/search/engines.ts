import { connect } from "#lib/adapters/search/meilisearch/client";
import { findMeiliProgram } from "#lib/adapters/search/meilisearch/find-program";
import { openMeilisearch } from "#lib/adapters/search/meilisearch/open-index";
import { createEmpty } from "#lib/adapters/search/meilisearch/rebuild";
import type { SearchIndex } from "#lib/core/search/search-index";
import { db } from "#lib/data/client";
import { postgresIndex } from "#lib/data/search/postgres-index";
import { startMeilisearch } from "#test/setup/meilisearch-server";

/** An engine under test. */
export type BenchEngine = {
  name: string;
  index: SearchIndex;
  /** What the design asks of a search at a million posts, milliseconds. */
  searchTargetMs: number;
  /** The naive way to find copies, where that is another than `search`: wordings that a whole post as a query finds. */
  searchWhole?(text: string, limit: number): Promise<string[]>;
  /** What its index takes on the disk. */
  bytes(): Promise<number>;
  close(): Promise<void>;
};

/** Every engine that this machine has; each is opened when the one before is closed. */
export const ENGINES: readonly (() => Promise<BenchEngine | null>)[] = [openPostgres, openMeili];

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

/** A throw-away server of the `meilisearch` on PATH or of MEILI_BIN; nothing where there is none. */
async function openMeili(): Promise<BenchEngine | null> {
  const program = await findMeiliProgram(process.env.MEILI_BIN, process.env.PATH ?? "");
  if (!program) {
    process.stdout.write("There is no Meilisearch here (PATH, MEILI_BIN): it is not measured.\n");
    return null;
  }
  const server = await startMeilisearch(program.path);
  const meili = connect(server.url, server.key, "bench");
  await createEmpty(meili, "bench");
  return {
    name: `Meilisearch ${program.version?.text ?? ""}`.trim(),
    index: openMeilisearch({ ...server, uid: "bench", exclusively: (_, work) => work() }).index,
    searchTargetMs: 25,
    // As anybody would ask it: the text as it is, ten words of which count, the last ones given up first.
    searchWhole: async (text, limit) => {
      const wish = { limit, attributesToSearchOn: ["textWords"], attributesToRetrieve: ["wordingId"] };
      const { hits } = await meili.search.index<{ wordingId?: string }>("bench").search(text, wish);
      return hits.flatMap(({ wordingId }) => wordingId ?? []);
    },
    bytes: server.bytes,
    close: server.remove,
  };
}
