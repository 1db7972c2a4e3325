import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayHaveLiterals, toFilter } from "#lib/adapters/search/meilisearch/filters";
import { planNear, planStrict } from "#lib/adapters/search/meilisearch/plan-query";
import { queryToken, shadowWords } from "#lib/adapters/search/meilisearch/shadow-words";
import { judgeVersion, readVersion } from "#lib/adapters/search/meilisearch/version";
import { parseQuery } from "#lib/core/search/parse-query";

const strictly = (q: string, exactSpelling = false) => planStrict(parseQuery(q, exactSpelling));

describe("what Meilisearch is asked", () => {
  test("closed words in quotes, so that they are met as they are; the last one open", () => {
    expect(strictly("Boycott the comp")).toEqual({ q: '"boycott" "the" comp', check: "nothing" });
    expect(strictly("boycott ")).toEqual({ q: '"boycott"', check: "nothing" });
    expect(strictly("بالمقاطعة الشركة ")).toEqual({ q: '"مقاطعه" "شركه"', check: "nothing" });
    expect(strictly("")).toEqual({ q: "", check: "nothing" });
  });

  test("«ال» that stays on a word is hidden behind a tatweel", () => {
    expect(strictly("الله الآن")).toEqual({ q: '"ـالله" ـالان', check: "nothing" });
  });

  test("a phrase is one term; more than two words of it are looked at", () => {
    expect(strictly('"مقاطعة المنتجات" now')).toEqual({ q: '"مقاطعه منتجات" now', check: "nothing" });
    expect(strictly('"one two three"')).toEqual({ q: '"one two three"', check: "likely" });
  });

  test("of more than ten words the longest and the open one, and all are looked at", () => {
    const words = "one two three four fifteen sixteen seventeen eighteen nineteen twenty thirty forty";
    const plan = strictly(`${words} la`);
    expect(plan.check).toBe("surely");
    expect(plan.q).toBe(
      '"three" "four" "fifteen" "sixteen" "seventeen" "eighteen" "nineteen" "twenty" "thirty" la'
        .replace('"three" ', "")
        .replace("la", '"forty" la')
        .replace('"four"', '"three"'),
    );
  });

  test("literals narrow by emoji and addresses; one emoji alone needs no second look", () => {
    expect(strictly("🔥")).toEqual({ q: "", check: "nothing" });
    expect(strictly("❤️").check).toBe("surely");
    expect(strictly("https://t.co/Abc")).toEqual({ q: "", check: "surely" });
    expect(strictly('"Now!"', true)).toEqual({ q: '"now"', check: "surely" });
    expect(mayHaveLiterals(["🔥!", "https://t.co/Abc"])).toEqual(['emoji = "🔥"', 'addresses STARTS WITH "t.co/Abc"']);
  });

  test("near words are not quoted, phrases are; a closed last word is no beginning", () => {
    expect(planNear(parseQuery('boykott "the company" ')).q).toBe('"the company" boykott .');
    expect(planNear(parseQuery("boykott comp")).q).toBe("boykott comp");
  });

  test("nothing that is typed becomes an operator of Meilisearch", () => {
    const anything = fc.array(fc.oneof(fc.nat(0x10ffff), fc.constantFrom(34, 45, 32, 92)), { maxLength: 30 });
    fc.assert(
      fc.property(anything, fc.boolean(), (codes, exact) => {
        const q = String.fromCodePoint(...codes);
        const { q: asked } = strictly(q, exact);
        expect(asked.replaceAll(/"[^"-]+"/g, "")).not.toMatch(/["-]/);
      }),
      { numRuns: 200 },
    );
  });
});

describe("what stands in the index", () => {
  const texts = { title: null, account: null, accountName: null, url: "" };

  test("words in their places under the form they share, other forms and near words beside them", () => {
    expect(shadowWords({ ...texts, text: "قاطِعوا المقاطعة! #بالمقاطعة_الآن 3500 the" })).toMatchObject({
      textWords: "قاطعوا مقاطعه مقاطعه ـالان 3500 the",
      otherForms: ["ـالمقاطعه", "بالمقاطعه"],
      nearWords: ["قاطعوا", "ـالمقاطعه", "مقاطعه", "بالمقاطعه", "ـالان"],
    });
  });

  test("no word is too long for it", () => {
    expect(Buffer.byteLength(queryToken("ك".repeat(500)))).toBeLessThan(255);
    expect(Buffer.byteLength(queryToken("中".repeat(500)))).toBeLessThan(255);
    expect(Buffer.byteLength(shadowWords({ ...texts, text: "😀a".repeat(9_000) }).textWords)).toBeLessThan(100_000);
  });
});

describe("filters", () => {
  test("every value is quoted; days are whole; what cannot be is said", () => {
    expect(toFilter({ account: ['a"b\\', "c"], hasCopies: true })).toEqual([
      'account IN ["a\\"b\\\\", "c"]',
      "copies > 1",
    ]);
    expect(toFilter({ from: "2018-07-03", to: "2018-07-03" })).toEqual(["at >= 1530576000000", "at < 1530662400000"]);
    expect(toFilter({ from: "2018-13-31", hashtag: [] })).toEqual([]);
    expect(toFilter({ account: ["x".repeat(1_000)] })).toBeNull();
    expect(toFilter({ account: ["x".repeat(1_000), "y"] })).toEqual(['account IN ["y"]']);
  });
});

describe("versions", () => {
  const verdict = (text: string) => judgeVersion(readVersion(text));
  test("too old is refused, unknown is used and said", () => {
    expect(verdict("meilisearch 1.50.0\n")).toEqual({ isUsable: true, advice: null });
    expect(verdict("1.36.0")).toEqual({ isUsable: true, advice: null });
    expect(verdict("1.35.9")).toMatchObject({ isUsable: false, advice: expect.stringContaining("too old") });
    expect(verdict("0.30.1")).toMatchObject({ isUsable: false });
    expect(verdict("2.0.0-rc.1")).toMatchObject({ isUsable: true, advice: expect.stringContaining("newer") });
    expect(verdict("what?")).toMatchObject({ isUsable: true, advice: expect.stringContaining("does not say") });
  });
});
