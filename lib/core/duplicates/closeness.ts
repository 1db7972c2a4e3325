import type { Comparable, Relation } from "#lib/core/duplicates/relate";
import {
  CONTAINMENT,
  CONTAINMENT_MIN_CHARS,
  FAMILY_MIN_CHARS,
  SUGGESTION_MIN_CHARS,
} from "#lib/core/duplicates/version";
import { CLOSENESS, type Closeness, type ComparedBy } from "#lib/core/duplicates/views";
import { foldPair } from "#lib/core/text/fold";

/**
 * A relation in the words of pages. A suggestion in which one text stands nearly whole inside the other is told apart:
 * there a person looks at what stands around it, not at what was changed.
 * @returns null when they have too little in common.
 */
export function closenessOf(relation: Relation, a: Comparable, b: Comparable): Closeness | null {
  if (relation.band !== "suggestion") return relation.band === "none" ? null : relation.band;
  const isLong = Math.min(a.body.length, b.body.length) >= CONTAINMENT_MIN_CHARS;
  return isLong && relation.containment >= CONTAINMENT ? "contained" : "suggestion";
}

/** Closest first; what is equally close by how much both have in common. */
export function closestFirst(a: Ranked, b: Ranked): number {
  return rank(a.closeness) - rank(b.closeness) || b.jaccard - a.jaccard || b.containment - a.containment;
}

type Ranked = { closeness: Closeness | null; jaccard: number; containment: number };
const rank = (closeness: Closeness | null) => (closeness ? CLOSENESS.indexOf(closeness) : CLOSENESS.length);

/** What of a text can be compared: the rule for short ones, in one word. */
export function comparedBy(text: string, { folded, body }: Comparable): ComparedBy {
  if (folded === "") return "nothing";
  if (body.length >= FAMILY_MIN_CHARS) return "all";
  if (body.length >= SUGGESTION_MIN_CHARS) return "suggestions";
  if (body !== "") return "exact";
  return foldPair(text).own === "" ? "hashtags" : "formulas";
}
