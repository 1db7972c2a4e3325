import type { Signal } from "#lib/core/captures/types";

/**
 * Every fact that an outcome can rest on. Each has words in both dictionaries (`captures.signal`); a test in test/rules
 * holds that no other name is written anywhere. Stored captures of older versions may carry names that are gone.
 */
export const SIGNAL_NAMES = [
  // Of any page.
  "http_status",
  "final_url",
  "navigation",
  "attempt_failed",
  "limit",
  "server_error",
  "refused",
  "empty_body",
  "canonical",
  "robots",
  // The content itself.
  "focal_id",
  "focal_post",
  "focal_media",
  "posts_seen",
  "main_text",
  "main_text_length",
  "time_fits_id",
  "time_differs_from_id",
  "witnesses_disagree",
  // What stands in its place.
  "element",
  "tombstone",
  "tombstone_about",
  "notice",
  "notice_elsewhere",
  "stated_in_json",
  "stated_in_api_error",
  "api_status",
  "rate_limit_left",
  "withheld_in",
  "transient",
  "challenge",
  "block",
  "block_page",
  "sign_in",
  "consent_wall",
  "paywall",
  "soft_404",
  "redirected_to",
  "error_page",
  "placeholder",
  "parked_domain",
  // Asked through a platform's interface, or signed in.
  "api_query",
  "api_pages",
  "api_repeated_posts",
  "api_partial_errors",
  "api_problem",
  "session",
  // Lists.
  "list_promoted",
  "list_only_in_network",
  "list_not_in_network",
  "list_ended",
  // Deletions: two independent signals at two times.
  "deletion_signal",
  "second_signal",
  "second_look",
  "second_look_after_ms",
  "earlier_capture",
  "earlier_signal",
  "earlier_seen_at",
] as const;

export type SignalName = (typeof SIGNAL_NAMES)[number];

const MAX_VALUE_LENGTH = 300;

/** One observed fact, its value cut to a length that can be shown. */
export function signal(name: SignalName, value: unknown): Signal {
  const text = String(value);
  return { signal: name, value: text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH - 1)}…` : text };
}
