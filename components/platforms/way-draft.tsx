import type { CaptureWay } from "#lib/core/captures/types";
import { type CostEstimate, estimateCost } from "#lib/core/platforms/api-search";
import type { WaysIn } from "#lib/core/platforms/ways-in";
import { MAX_API_POSTS, MIN_API_POSTS } from "#lib/schemas/request-options";
import type { WayWish } from "#lib/schemas/way-wish";

/** What the form holds while somebody chooses. */
export type WayDraft = {
  way: CaptureWay;
  /** As typed. */
  maxPosts: string;
  withReposts: boolean;
  /** Empty: whichever works. */
  credentialId: string;
  hasAgreed: boolean;
};

export const NEW_WAY_DRAFT: WayDraft = {
  way: "browser",
  maxPosts: "100",
  withReposts: false,
  credentialId: "",
  hasAgreed: false,
};

/** The number that was typed; null when a search cannot take it. */
export function readMaxPosts(typed: string): number | null {
  const count = /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN;
  return count >= MIN_API_POSTS && count <= MAX_API_POSTS ? count : null;
}

/** What one search of the draft costs; null while its number is none. */
export function costOf(draft: WayDraft, ways: Pick<WaysIn, "prices">): CostEstimate | null {
  const maxPosts = readMaxPosts(draft.maxPosts);
  return maxPosts === null ? null : estimateCost(maxPosts, ways.prices);
}

/** Why the draft cannot be sent yet. */
export type DraftProblem = "badNumber" | "agreeFirst";

/**
 * The draft as a wish, or why it is none.
 * @param searches how many questions it would be; what costs nothing needs no agreement.
 */
export function toWish(draft: WayDraft, ways: Pick<WaysIn, "prices">, searches: number): WayWish | DraftProblem {
  if (draft.way === "browser") return { way: "browser" };
  if (draft.way === "session") {
    return draft.credentialId ? { way: "session", credentialId: draft.credentialId } : { way: "session" };
  }
  const maxPosts = readMaxPosts(draft.maxPosts);
  const cost = costOf(draft, ways);
  if (maxPosts === null || cost === null) return "badNumber";
  if (!draft.hasAgreed && searches > 0) return "agreeFirst";
  return { way: "api", maxPosts, withReposts: draft.withReposts, agreedUsd: cost.postsUsd };
}
