import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, foldHashtag, foldText } from "#lib/core/text/fold";

/** Text as people and attackers write it: two alphabets, marks, emoji, links, controls, broken surrogates. */
const piece = fc.oneof(
  fc.constantFrom("مُقاطعة", "المقاطعة", "تويتر", "آمن", "ﻻ", "ﷺ", "Hello", "İstanbul", "ß", "٢٦", "1000", "اااا"),
  fc.constantFrom(
    "#وسم_جديد",
    "@user",
    "https://example.org/a?b=ج",
    "RT @x: ",
    "👨‍👩‍👧",
    "🇪🇬",
    "ـــ",
    "\u202e",
    "\ud800",
    "\n",
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(" "));

describe("fold", () => {
  test.each([
    ["letters of one sound are one", "أإآٱ ى ئ ؤ ة", "اااا ي ي و ه".replace("اااا", "اا")],
    ["madda written as a mark of its own", "ا\u0653من", "امن"],
    ["tashkeel and tatweel", "مُقَاطَعَـــة", "مقاطعه"],
    ["Persian letters", "کتابی", "كتابي"],
    ["both kinds of digits", "٢٦ ۲۶ 26", "26 26 26"],
    ["presentation forms and ligatures", "ﻻ ﷲ", "لا الله"],
    ["hashtags keep their words", "#مقاطعة_تويتر #no_twitter", "مقاطعه تويتر no twitter"],
    ["links and mentions go", "see https://t.co/a1 by @someone now", "see by now"],
    ["an e-mail is no mention", "desk@example.org", "desk example org"],
    ["the retweet prefix goes", "RT @someone: hello", "hello"],
    ["emoji, joiners and flags go", "a 👩🏽‍🚀 b 🇪🇬 c ❤️", "a b c"],
    ["bidi controls and zero-width characters go", "\u202ba\u200cb\u200f\ufeff", "ab"],
    ["case", "HELLO İstanbul", "hello istanbul"],
    ["repeated letters stay twice, digits stay", "جميييييل 1000", "جمييل 1000"],
    ["zalgo", "h\u0335\u0321e\u0334llo", "hello"],
    ["unpaired surrogates", "a\ud800b", "ab"],
    ["nothing but noise", "🙂 https://t.co/x @y …", ""],
  ])("%s", (_, input, expected) => {
    expect(foldText(input)).toBe(expected);
  });

  test("folding a folded text changes nothing", () => {
    fc.assert(
      fc.property(text, (input) => foldText(foldText(input)) === foldText(input)),
      { numRuns: 500 },
    );
  });

  test("every unit knows its place in the original, in order", () => {
    fc.assert(
      fc.property(text, (input) => {
        const { folded, starts, ends } = fold(input);
        expect(starts.length).toBe(folded.length);
        for (let i = 0; i < folded.length; i++) {
          expect(starts[i]).toBeLessThanOrEqual(ends[i] ?? -1);
          expect(ends[i]).toBeLessThanOrEqual(input.length);
          expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1] ?? 0);
        }
      }),
    );
  });

  test("a word's slice of the original folds to the word", () => {
    const input = "قالت: «المُقاطَعـةُ» غدًا 🙂";
    const { folded, starts, ends } = fold(input);
    const at = folded.indexOf("المقاطعه");
    const slice = input.slice(starts[at], ends[at + "المقاطعه".length - 1]);
    expect(slice).toBe("المُقاطَعـةُ");
    expect(foldText(slice)).toBe("المقاطعه");
  });

  test("100,000 characters, also of zalgo, take no noticeable time", () => {
    expect(fold("e\u0335".repeat(50_000)).folded.length).toBe(2);
    expect(fold("كلمة ".repeat(20_000)).folded.length).toBe(99_999);
  });
});

test("hashtags are one key however they are written", () => {
  const keys = ["#مقاطعة_تويتر", "مُقاطعه_تويتر", "＃مقاطعة_تويتر\u200f"].map(foldHashtag);
  expect(new Set(keys)).toEqual(new Set(["مقاطعه_تويتر"]));
});
