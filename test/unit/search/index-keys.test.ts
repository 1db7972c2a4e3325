import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findAddressKeys } from "#lib/core/search/address-key";
import { findEmoji } from "#lib/core/search/emoji";
import { markOf, quoteLexeme } from "#lib/data/search/lexemes";
import { tsPhraseOf, tsQueryOf } from "#lib/data/search/query-terms";
import { slicesBetween } from "#lib/data/search/time-slices";
import { tsVectorOf } from "#lib/data/search/ts-vector";

describe("findAddressKeys", () => {
  test("without scheme, www and what follows in the sentence; each once; no mentions", () => {
    const text =
      "RT @x: see https://www.Example.org/a?b=c#d, (http://t.co/Abc1) bit.ly/xyz and https://t.co/Abc1. @palm";
    expect(findAddressKeys(text)).toEqual(["Example.org/a?b=c#d", "t.co/Abc1", "bit.ly/xyz"]);
    expect(findAddressKeys("no address, a.b and 3/4")).toEqual([]);
  });

  test("the key of a beginning is the beginning of the key", () => {
    const address = fc.constantFrom("https://news.example.org/a/b?c=1", "https://t.co/Abc1", "www.example.com/شركة/1");
    fc.assert(
      fc.property(address, fc.nat(40), (whole, cut) => {
        const [key = ""] = findAddressKeys(whole);
        for (const part of findAddressKeys(whole.slice(0, cut))) expect(key.startsWith(part)).toBe(true);
      }),
    );
  });
});

test("findEmoji: in their parts, each once, no digits", () => {
  expect(findEmoji("🔥🔥 1# ❤️ 👨‍👩‍👧 🇧🇭 نعم")).toEqual(["🔥", "❤", "👨", "👩", "👧", "🇧", "🇭"]);
});

describe("vectors and queries", () => {
  test("all forms of a word stand in one place, titles weigh most, no run leads from one into the other", () => {
    const vector = tsVectorOf({ title: "المقاطعه", text: "مقاطعه the", names: "palm", marks: ["=k:post", "=k:post"] });
    expect(vector.split(" ").sort()).toEqual(
      ["'المقاطعه':1A", "'مقاطعه':1A,23", "'palm':12B", "'the':24", "'=k:post'"].sort(),
    );
  });

  test("after the last place counting begins anew, so that neighbours stay neighbours", () => {
    const text = Array.from({ length: 17_000 }, (_, i) => `w${i}`).join(" ");
    const place = (word: string) => Number(new RegExp(`'${word}':(\\d+)`).exec(vector)?.[1]);
    const vector = tsVectorOf({ title: "", text, names: "", marks: [] });
    expect(place("w16999") - place("w16998")).toBe(1);
    expect(place("w16999")).toBeLessThan(16_384);
  });

  test("whatever is quoted stays one lexeme", () => {
    expect(quoteLexeme("a'b\\c\0\ud800")).toBe("'a''b\\\\c\ufffd'");
    expect(tsQueryOf([{ whole: ["a'"], beginnings: ["b"] }])).toBe("('a''' | 'b':*)");
    expect(
      tsPhraseOf([
        { whole: ["a"], beginnings: [] },
        { whole: ["b"], beginnings: [] },
      ]),
    ).toBe("(('a') <-> ('b'))");
    expect(tsQueryOf([])).toBeNull();
  });

  test("long values of filters are told apart beyond what a lexeme holds", () => {
    const long = "x".repeat(3_000);
    expect(markOf("suppliedBy", `${long}a`)).not.toBe(markOf("suppliedBy", `${long}b`));
    expect(markOf("suppliedBy", long).length).toBeLessThan(100);
  });
});

test("slicesBetween: newest first, all of them while they are being cut anew", () => {
  const bounds = [2015, 2016, 2017].map((year) => new Date(Date.UTC(year, 0, 1)));
  const at = (iso: string) => new Date(iso);
  expect(slicesBetween({ bounds, isSettled: true }, at("2015-06-01"), at("2016-06-01"))).toEqual([2, 1]);
  expect(slicesBetween({ bounds, isSettled: true }, null, at("2014-06-01"))).toEqual([0]);
  expect(slicesBetween({ bounds, isSettled: true }, at("2018-01-01"), null)[0]).toBe(15);
  expect(slicesBetween({ bounds, isSettled: false }, at("2015-06-01"), at("2016-06-01")).length).toBe(16);
  expect(slicesBetween({ bounds, isSettled: true }, at("2018-01-01"), at("2014-01-01"))).toEqual([]);
});
