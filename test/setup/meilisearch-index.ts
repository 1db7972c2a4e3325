import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { connect } from "#lib/adapters/search/meilisearch/client";
import { deriveKeys } from "#lib/adapters/search/meilisearch/keys";
import { openMeilisearch } from "#lib/adapters/search/meilisearch/open-index";
import { createEmpty, dropIndex, type Exclusively } from "#lib/adapters/search/meilisearch/rebuild";
import type { SearchIndex } from "#lib/core/search/search-index";

const exclusively: Exclusively = (_, work) => work();

/**
 * An index of its own on the run's Meilisearch, written with the worker's key and searched with the web server's, as in a
 * running archive. Where there is no server, `isThere` is false and nothing else may be used.
 */
export async function meiliIndex() {
  const server = inject("meilisearch");
  const { url, key } = server ?? { url: "http://127.0.0.1:9", key: "" };
  const uid = `test_${randomBytes(6).toString("hex")}`;
  const admin = connect(url, key, uid);
  const keys = server ? await deriveKeys(url, key, uid) : { search: "", indexing: "" };
  const worker = openMeilisearch({ url, key: keys.indexing, uid, exclusively });
  const web = openMeilisearch({ url, key: keys.search, uid, exclusively });
  const { search, similar, health } = web.index;
  const index: SearchIndex = { ...worker.index, search, similar, health };
  return {
    isThere: server !== null,
    url,
    key,
    uid,
    admin,
    keys,
    worker,
    web,
    index,
    empty: () => createEmpty(admin, uid),
    remove: () => dropIndex(admin, uid),
  };
}
