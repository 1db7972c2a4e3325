import { afterAll, describe } from "vitest";
import { describeSearchIndex } from "#test/integration/search/contract";
import { meiliIndex } from "#test/setup/meilisearch-index";

const meili = await meiliIndex();

describe.skipIf(!meili.isThere)("with a real server", () => {
  afterAll(meili.remove);

  describeSearchIndex("Meilisearch", async () => {
    await meili.empty();
    return meili.index;
  });
});
