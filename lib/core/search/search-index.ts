import type { TextRange } from "#lib/core/text/segments";

/**
 * What every search engine of Daleel does. Two engines stand behind it; one contract suite
 * (test/integration/search) holds for both. Search is derived: PostgreSQL's own tables are the record.
 */

/** One searchable thing: a post, or a capture of a web page. */
export type SearchDoc = {
  /** `post:<uuid>` or `capture:<uuid>`. */
  id: string;
  kind: "post" | "capture";
  entityId: string;
  title: string | null;
  /** As it was written. */
  text: string;
  platform: string;
  /** Lower-case handle. */
  account: string | null;
  accountName: string | null;
  /** Folded hashtags. */
  hashtags: string[];
  language: string | null;
  outcome: string;
  url: string;
  /** The capture to show. */
  captureId: string | null;
  caseIds: string[];
  wordingId: string | null;
  /** Posts with the same wording, this one included. */
  copies: number;
  /** When it was posted, else captured; ISO. */
  at: string;
};

/** Filters are joined with "and"; the values of one filter with "or". */
export type SearchFilters = {
  kind?: ("post" | "capture")[];
  platform?: string[];
  account?: string[];
  hashtag?: string[];
  language?: string[];
  outcome?: string[];
  caseId?: string[];
  wordingId?: string[];
  /** Only texts that more than one post has. */
  hasCopies?: boolean;
  /** ISO dates, both inclusive days in UTC. */
  from?: string;
  to?: string;
};

export const FACET_FIELDS = ["kind", "platform", "account", "hashtag", "language", "outcome"] as const;
export type FacetField = (typeof FACET_FIELDS)[number];

export type SearchQuery = {
  /** What was typed; words in "double quotes" must stand together. Empty lists everything. */
  q: string;
  /** Match the spelling as typed instead of folded. */
  exactSpelling?: boolean;
  filters?: SearchFilters;
  sort?: "relevance" | "newest" | "oldest" | "copies";
  /** One result per wording. */
  collapse?: boolean;
  /** From 1. */
  page?: number;
  pageSize?: number;
};

/** Ranges are UTF-16 offsets into the original text, ordered, not overlapping. */
export type SearchHit = SearchDoc & { ranges: TextRange[]; titleRanges: TextRange[] };

export type SearchResult = {
  hits: SearchHit[];
  /** Results in all, after collapsing. */
  total: number;
  /** Nothing has these words; the hits are near them in spelling. */
  isFuzzy: boolean;
  /** How many documents have each value under the present query and filters, largest first, at most 20 each. */
  facets: Record<FacetField, { value: string; count: number }[]>;
};

export type SearchIndex = {
  index(docs: SearchDoc[]): Promise<void>;
  remove(ids: string[]): Promise<void>;
  /** A wording gained or lost posts: every document that has it says so. */
  setCopies(counts: { wordingId: string; copies: number }[]): Promise<void>;
  /** @throws AppError `search_down` */
  search(query: SearchQuery): Promise<SearchResult>;
  /**
   * Rebuilds everything from batches and swaps it in at the end; searches go on meanwhile and see the old whole or the
   * new whole. What `index` wrote since the start is newer than the batches and is kept.
   */
  reindex(batches: AsyncIterable<SearchDoc[]>): Promise<{ indexed: number }>;
  health(): Promise<{ ok: boolean; detail: string }>;
};
