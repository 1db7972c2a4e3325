/** Letters, marks and digits of any script, underscores, and the joiner that Persian words need inside. */
const HASHTAG = /^[\p{L}\p{M}\p{N}_\u00b7\u200c]{1,100}$/u;

/**
 * A hashtag as an address spells it: without `#`, lower case, compatibility forms evened.
 * @returns undefined when platforms would not link it (only digits, a dash, a space inside).
 */
export function normaliseHashtag(written: string): string | undefined {
  const tag = written
    .normalize("NFKC")
    .replace(/^#/, "")
    .replace(/^\u200c+|\u200c+$/g, "")
    .toLowerCase();
  return HASHTAG.test(tag) && /\p{L}/u.test(tag) ? tag : undefined;
}
