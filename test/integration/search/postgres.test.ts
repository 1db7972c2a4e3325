import { db } from "#lib/data/client";
import { postgresIndex } from "#lib/data/search/postgres-index";
import { recordWordings } from "#test/builders/search-wording";
import { describeSearchIndex } from "#test/integration/search/contract";

describeSearchIndex(
  "PostgreSQL",
  async () => {
    await db().searchDocument.deleteMany();
    await db().searchWord.deleteMany();
    await db().wording.deleteMany();
    return postgresIndex;
  },
  { record: recordWordings },
);
