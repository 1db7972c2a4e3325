import { randomBytes } from "node:crypto";
import { afterAll, describe, inject } from "vitest";
import { connect } from "#lib/adapters/search/meilisearch/client";
import { openMeilisearch } from "#lib/adapters/search/meilisearch/open-index";
import { createEmpty, dropIndex } from "#lib/adapters/search/meilisearch/rebuild";
import { describeSearchIndex } from "#test/integration/search/contract";

const server = inject("meilisearch");

describe.skipIf(!server)("with a real server", () => {
  const { url = "", key = "" } = server ?? {};
  const uid = `test_${randomBytes(6).toString("hex")}`;
  const admin = connect(url, key, uid);
  const engine = openMeilisearch({ url, key, uid, exclusively: (_, work) => work() });

  afterAll(() => dropIndex(admin, uid));

  describeSearchIndex("Meilisearch", async () => {
    await createEmpty(admin, uid);
    return engine.index;
  });
});
