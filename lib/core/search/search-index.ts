import type { TextRange } from "#lib/core/text/segments";

/**
 * What every search engine of Daleel does. Two engines stand behind it; one contract suite
 * (test/integration/search) holds for both. Search is derived: PostgreSQL's own tables are the record.
 */

/** A post, a capture of a web page, or a file that was supplied. */
export const SEARCH_KINDS = ["post", "capture", "supplied"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** One searchable thing. */
export type SearchDoc = {
  /** `<kind>:<uuid>`. */
  id: string;
  kind: SearchKind;
  entityId: string;
  title: string | null;
  /** As it was written. */
  text: string;
  /** `x`, `demo_square` or `web`; `supplied` for a file that was supplied, wherever it is said to be from. */
  platform: string;
  /** Lower-case handle. */
  account: string | null;
  accountName: string | null;
  /** Folded hashtags. */
  hashtags: string[];
  language: string | null;
  /** What the newest look at it found; null for what was supplied: nobody looked. */
  outcome: string | null;
  /** Where it was; of a supplied file the address it is said to show, empty when nobody named one. */
  url: string;
  /** The capture to show. */
  captureId: string | null;
  caseIds: string[];
  wordingId: string | null;
  /** The family of the wording; null for what has no words, and until it was compared. */
  phrasingId: string | null;
  /** Band keys of the wording's sketch (lib/core/duplicates/sketch.ts); none when it is too short to be compared. */
  bands: number[];
  /** Posts of the same phrasing, this one included, in steps (lib/core/search/copies-step.ts). */
  copies: number;
  /** Who gave it to the newsroom; null for what was captured. */
  suppliedBy: string | null;
  /** When it was posted, else captured; ISO. */
  at: string;
};

/** Filters are joined with "and"; the values of one filter with "or". */
export type SearchFilters = {
  kind?: SearchKind[];
  platform?: string[];
  account?: string[];
  hashtag?: string[];
  language?: string[];
  outcome?: string[];
  caseId?: string[];
  wordingId?: string[];
  phrasingId?: string[];
  suppliedBy?: string[];
  /** Only texts whose phrasing more than one post has. */
  hasCopies?: boolean;
  /** ISO dates, both inclusive days in UTC. */
  from?: string;
  to?: string;
  /**
   * ISO moments, both inclusive: what goes on where pages end. Sorted by time, "since" or "until" the last result that
   * was seen begins with it and brings those after it.
   */
  since?: string;
  until?: string;
};

export const FACET_FIELDS = [
  "kind",
  "platform",
  "account",
  "hashtag",
  "language",
  "outcome",
  "caseId",
  "suppliedBy",
] as const;
export type FacetField = (typeof FACET_FIELDS)[number];

/** Facets that can have more values than anybody lists. */
export const LONG_FACETS = ["account", "hashtag", "caseId"] as const satisfies FacetField[];
export type LongFacet = (typeof LONG_FACETS)[number];

export type SearchQuery = {
  /** What was typed; words in "double quotes" must stand together. Empty lists everything. */
  q: string;
  /** Match the spelling as typed instead of folded. */
  exactSpelling?: boolean;
  filters?: SearchFilters;
  sort?: "relevance" | "newest" | "oldest" | "copies";
  /** One result per phrasing: the oldest under it that meets the query stands for the others. */
  collapse?: boolean;
  /** From 1. */
  page?: number;
  pageSize?: number;
  /** Of one facet only these values are counted: others, however frequent, do not push them out. */
  countOnly?: CountOnly;
};

export type CountOnly = { field: LongFacet; values: readonly string[] };

/** Ranges are UTF-16 offsets into the original text, ordered, not overlapping. */
export type SearchHit = Omit<SearchDoc, "bands"> & { ranges: TextRange[]; titleRanges: TextRange[] };

export type SearchResult = {
  hits: SearchHit[];
  /** Results in all, after collapsing. When that is not exact there are more: an engine need not count to the end. */
  total: number;
  isTotalExact: boolean;
  /** Nothing has these words; the hits are near them in spelling. */
  isFuzzy: boolean;
  /**
   * How many documents the facets were counted over, when that is not all that was found: the first in the order that
   * was asked for, the newest under relevance. Null: all.
   */
  facetSample: number | null;
  /** How many documents have each value under the present query and filters, largest first, at most 20 each. */
  facets: Record<FacetField, { value: string; count: number }[]>;
};

/** What changes about a document when its phrasing does; the words stay. */
export type PhrasingPatch = Pick<SearchDoc, "id" | "phrasingId" | "copies">;

/** A text whose like is looked for: by its sketch, and by words that few texts have. */
export type SimilarQuery = {
  bands: readonly number[];
  /** Folded, distinct, in the order of the text. */
  words: readonly string[];
  /** Most wordings to propose. */
  limit: number;
};

export type SearchIndex = {
  index(docs: SearchDoc[]): Promise<void>;
  remove(ids: string[]): Promise<void>;
  /** Documents moved to another phrasing, or theirs gained or lost posts. Unknown ids are no error. */
  patch(changes: PhrasingPatch[]): Promise<void>;
  /**
   * Wordings that may be like a text: they share a band key, or several of its rarest words. Proposals only: whoever
   * asks measures each one (lib/core/duplicates/likeness.ts).
   * @returns ids, likeliest first, each once.
   * @throws AppError `search_down`
   */
  similar(query: SimilarQuery): Promise<string[]>;
  /** @throws AppError `search_down` */
  search(query: SearchQuery): Promise<SearchResult>;
  /**
   * Rebuilds everything from batches and swaps it in at the end; searches go on meanwhile and see the old whole or the
   * new whole. What `index` and `patch` wrote since the start is newer than the batches
   * and is kept.
   */
  reindex(batches: AsyncIterable<SearchDoc[]>): Promise<{ indexed: number }>;
  health(): Promise<{ ok: boolean; detail: string }>;
};
