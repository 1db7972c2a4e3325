/** As people and X's older programs repost by hand: `RT @name: …` at the beginning. */
const REPOST = /^\s*RT\s+@/iu;

/** Whether a post passes on somebody else's, by its own words. Platforms' own reposts are not recorded as posts. */
export function isRepost(text: string | null): boolean {
  return text !== null && REPOST.test(text);
}
