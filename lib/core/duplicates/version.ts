/**
 * Stored with every wording's body and band keys; raise it whenever any text could get others. Settling and
 * rebuilds then work them out anew.
 */
export const SKETCH_VERSION = 1;

/** Two bodies at least this alike, and both this long, are one message or one template: decided without a person. */
export const FAMILY_JACCARD = 0.6;
export const FAMILY_MIN_CHARS = 30;

/** Alike enough to show to a person, who decides. */
export const SUGGESTION_JACCARD = 0.35;
export const SUGGESTION_MIN_CHARS = 20;

/** The shorter text stands nearly whole inside the longer one. */
export const CONTAINMENT = 0.8;
export const CONTAINMENT_MIN_CHARS = 30;

/** Likeness is counted over runs of this many characters. */
export const GRAM_CHARS = 5;
