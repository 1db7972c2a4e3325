import { db } from "#lib/data/client";
import { postgresIndex } from "#lib/data/search/postgres-index";
import { describeSearchIndex } from "#test/integration/search/contract";

describeSearchIndex("PostgreSQL", async () => {
  await db().searchDocument.deleteMany();
  return postgresIndex;
});
