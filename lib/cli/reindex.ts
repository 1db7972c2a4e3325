import { reindex } from "#lib/services/search/reindex";

/** `npm run daleel -- reindex`: rebuilds the search index while searches go on. */
export async function reindexCommand(): Promise<void> {
  const { indexed } = await reindex((count) => process.stdout.write(`\r  ${count} documents`));
  process.stdout.write(`\r  ${indexed} documents are searchable.\n`);
}
