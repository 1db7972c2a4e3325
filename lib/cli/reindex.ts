import { reindex } from "#lib/services/search/reindex";

/** `npm run daleel -- reindex`: rebuilds the search index from the database; searching goes on meanwhile. */
export async function reindexCommand(): Promise<void> {
  const started = performance.now();
  const { indexed } = await reindex((soFar) => console.error(`${soFar} documents read`));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(`The search index holds ${indexed} documents; it took ${seconds} s`);
}
