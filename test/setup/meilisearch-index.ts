import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { connect } from "#lib/adapters/search/meilisearch/client";
import { openMeilisearch } from "#lib/adapters/search/meilisearch/open-index";
import { createEmpty, dropIndex, type Exclusively } from "#lib/adapters/search/meilisearch/rebuild";

const exclusively: Exclusively = (_, work) => work();

/** An index of its own on the run's Meilisearch. Where there is none, `isThere` is false and nothing else may be used. */
export function meiliIndex() {
  const server = inject("meilisearch");
  const { url, key } = server ?? { url: "http://127.0.0.1:9", key: "" };
  const uid = `test_${randomBytes(6).toString("hex")}`;
  const admin = connect(url, key, uid);
  return {
    isThere: server !== null,
    url,
    key,
    uid,
    admin,
    engine: openMeilisearch({ url, key, uid, exclusively }),
    empty: () => createEmpty(admin, uid),
    remove: () => dropIndex(admin, uid),
  };
}
