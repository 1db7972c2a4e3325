import type { CaptureWay } from "#lib/core/captures/types";
import type { SearchHit, SearchResult } from "#lib/core/search/search-index";

/** Search as pages show it: plain data, times as ISO text. */

export type ArchiveHit = SearchHit & {
  /** Whose timeline has the capture; null when no capture holds it. */
  sourceId: string | null;
  /** How that capture was made. */
  way: CaptureWay;
  /** The picture of the post or page; null when there is none. */
  picture: { artifactId: string; width: number | null; height: number | null } | null;
  /** The family of its wording with true counts; null while it is not compared, and for what has no words. */
  phrasing: { id: string; posts: number; accounts: number } | null;
  /** Whether `at` says when it was posted, captured or received; else no time was shown, and it was first seen then. */
  isTimeKnown: boolean;
  /** Case files that show it, by itself, by its wording or by the capture. */
  cases: { id: string; title: BilingualText }[];
};

/** A text in the product's two languages; a missing one is not written yet. */
export type BilingualText = { en?: string; ar?: string };

/** What ids and folded forms of the results, the facets and the filters are called. */
export type SearchNames = { cases: Record<string, BilingualText>; hashtags: Record<string, string> };

export type ArchiveSearch = Omit<SearchResult, "hits"> & {
  hits: ArchiveHit[];
  names: SearchNames;
  page: number;
  pageCount: number;
};
