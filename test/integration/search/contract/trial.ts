import { beforeEach } from "vitest";
import type { SearchDoc, SearchIndex, SearchQuery } from "#lib/core/search/search-index";

/** Where engines may rightly differ, said by each. */
export type Differences = {
  /**
   * Writes what the archive's record knows of documents, for an engine that asks the record and not its own index:
   * PostgreSQL finds wordings by the band keys in the record, so that they are not kept twice.
   */
  record?: (docs: readonly SearchDoc[]) => Promise<void>;
};

/** An engine under test, its index empty before each test, with the questions that every part asks. */
export type Trial = {
  readonly index: SearchIndex;
  record(docs: readonly SearchDoc[]): Promise<void>;
  /** The names of what is found, sorted. */
  find(query: SearchQuery | string): Promise<string[]>;
  /** What is marked in the texts of what is found. */
  marked(query: SearchQuery | string): Promise<string[]>;
};

/** @param openEmpty an engine whose index is empty. */
export function openTrial(openEmpty: () => Promise<SearchIndex>, { record }: Differences): Trial {
  let index: SearchIndex;
  beforeEach(async () => {
    index = await openEmpty();
  });
  const ask = async (query: SearchQuery | string) =>
    (await index.search(typeof query === "string" ? { q: query } : query)).hits;
  return {
    get index() {
      return index;
    },
    record: async (docs) => record?.(docs),
    find: async (query) => (await ask(query)).map((hit) => hit.id.replace(/^[a-z]+:/, "")).sort(),
    marked: async (query) =>
      (await ask(query)).flatMap((hit) => hit.ranges.map(({ start, end }) => hit.text.slice(start, end))),
  };
}
