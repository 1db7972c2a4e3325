/** Which bound cut a capture short. Stored with the capture; each has a sentence for editors. */
export type LimitCode =
  /** The page had not finished when its time was over. */
  | "time"
  /** All loads together. */
  | "bytes"
  /** One answer alone. */
  | "response_bytes"
  | "requests"
  | "redirects"
  /** The picture shows the top of a taller page. */
  | "height"
  /** The picture shows the start of a wider page. */
  | "width"
  /** More posts were there than are collected. */
  | "posts"
  /** Not every collected post has a picture of its own. */
  | "post_crops";

/** The bounds of one capture. */
export type CaptureLimits = {
  timeoutMs: number;
  maxBytes: number;
  maxResponseBytes: number;
  /** The page's own HTML; more than this is neither drawn nor read in time. */
  maxDocumentBytes: number;
  maxRequests: number;
  maxRedirects: number;
  maxHeightPx: number;
  maxWidthPx: number;
  maxPosts: number;
  maxPostCrops: number;
};

/** Bounds with the settings that a newsroom can change put in. */
export function captureLimits(settings: { timeoutMs: number; maxBytes: number; maxPosts: number }): CaptureLimits {
  return {
    ...settings,
    maxResponseBytes: Math.min(50_000_000, settings.maxBytes),
    maxDocumentBytes: Math.min(10_000_000, settings.maxBytes),
    maxRequests: 2_000,
    maxRedirects: 20,
    // Chromium draws wrong rows somewhere above 100,000 device px; a picture of this height is still safe.
    maxHeightPx: 50_000,
    maxWidthPx: 4_000,
    maxPostCrops: 200,
  };
}
