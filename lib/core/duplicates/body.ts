import { findBoilerplateWords } from "#lib/core/duplicates/boilerplate";
import { foldPair } from "#lib/core/text/fold";

/**
 * What likeness looks at: the folded text without its hashtags' words and without boilerplate. Posts of one campaign
 * share hashtags whatever they say, and formulas are shared by everybody. Empty for a text that has nothing else.
 */
export function bodyOf(text: string): string {
  return withoutBoilerplate(foldPair(text).own);
}

/** @param own a folded text without its hashtags' words (`foldPair`). */
export function withoutBoilerplate(own: string): string {
  const words = own.split(" ");
  const boilerplate = findBoilerplateWords(words);
  if (boilerplate.length === 0) return own;
  const kept: string[] = [];
  let at = 0;
  for (const { start, end } of boilerplate) {
    kept.push(...words.slice(at, start));
    at = end;
  }
  return [...kept, ...words.slice(at)].join(" ");
}

/**
 * Which of two bodies of one wording is compared: the longer, so what fewer people wrote as a hashtag; of two as long
 * the one that comes first. The wording's body then does not depend on which text arrived first.
 */
export function isBetterBody(candidate: string, present: string): boolean {
  if (candidate.length !== present.length) return candidate.length > present.length;
  return candidate < present;
}
