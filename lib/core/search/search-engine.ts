import type { SearchIndex } from "#lib/core/search/search-index";

export type EngineName = "postgres" | "meilisearch";

/** A search engine with what is to be known of its index, to see whether it holds what it should. */
export type SearchEngine = {
  name: EngineName;
  /** Another one whenever the index has to be filled anew: its settings, our folding, what a document is made of. */
  version: string;
  /** Tells the index from any other in its place; null when there is none. @throws AppError `search_down` */
  identity(): Promise<string | null>;
  /** Documents in the new index that a rebuild fills beside the present one; null when there is none to be seen. */
  countBuilding(): Promise<number | null>;
  /** Clears away what a rebuild left that did not come to its end. @throws AppError `search_down` */
  tidy(): Promise<void>;
  index: SearchIndex;
};
