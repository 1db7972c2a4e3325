import { foldText } from "#lib/core/text/fold";

const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

/**
 * The direction a post is read in: that of its first letter, as HTML's `dir="auto"` has it, except that an address, a
 * mention or `RT @name:` at its beginning does not count: `RT @name: مقاطعة` is an Arabic line.
 */
export function textDirection(text: string): "ltr" | "rtl" | "auto" {
  const first = /\p{L}/u.exec(foldText(text))?.[0];
  if (!first) return "auto";
  return RIGHT_TO_LEFT.test(first) ? "rtl" : "ltr";
}
