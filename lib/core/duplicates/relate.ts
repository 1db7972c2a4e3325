import { withoutBoilerplate } from "#lib/core/duplicates/body";
import type { GramOverlap, Likeness } from "#lib/core/duplicates/likeness";
import { LikenessProbe, likenessOf } from "#lib/core/duplicates/likeness";
import {
  CONTAINMENT,
  CONTAINMENT_MIN_CHARS,
  FAMILY_JACCARD,
  FAMILY_MIN_CHARS,
  SUGGESTION_JACCARD,
  SUGGESTION_MIN_CHARS,
} from "#lib/core/duplicates/version";
import { foldPair } from "#lib/core/text/fold";

/** How near two texts are: the same words; one message or template; something for a person to look at; nothing. */
export type Band = "exact" | "family" | "suggestion" | "none";

/** A text as it is compared. */
export type Comparable = {
  /** Equal ones are the same wording, hashtags' words included. */
  folded: string;
  /** What likeness is measured on. */
  body: string;
};

export type Relation = Likeness & { band: Band };

export function comparable(text: string): Comparable {
  const { folded, own } = foldPair(text);
  return { folded, body: withoutBoilerplate(own) };
}

/** The band of two texts and how alike their bodies are. */
export function relate(a: Comparable, b: Comparable): Relation {
  const probe = new LikenessProbe();
  probe.loadText(a.body);
  return relateLoaded(probe, a, b);
}

/** The same where one text is compared with many. @param probe with `a.body` loaded. */
export function relateLoaded(probe: LikenessProbe, a: Comparable, b: Comparable): Relation {
  const alike = probe.likenessTo(b.body);
  return { ...alike, band: bandOf(a, b, alike) };
}

function bandOf(a: Comparable, b: Comparable, { jaccard, containment }: Likeness): Band {
  if (a.folded !== "" && a.folded === b.folded) return "exact";
  const chars = Math.min(a.body.length, b.body.length);
  if (jaccard >= FAMILY_JACCARD && chars >= FAMILY_MIN_CHARS) return "family";
  const isAlike = jaccard >= SUGGESTION_JACCARD && chars >= SUGGESTION_MIN_CHARS;
  const isInside = containment >= CONTAINMENT && chars >= CONTAINMENT_MIN_CHARS;
  return isAlike || isInside ? "suggestion" : "none";
}

/**
 * How near two bodies are when they belong together without a person's word, else 0. In single precision, as it is
 * stored: what is compared and what was read back must be the same number.
 */
export function nearness(overlap: GramOverlap, charsA: number, charsB: number): number {
  if (Math.min(charsA, charsB) < FAMILY_MIN_CHARS) return 0;
  const { jaccard } = likenessOf(overlap);
  return jaccard >= FAMILY_JACCARD ? Math.fround(jaccard) : 0;
}
