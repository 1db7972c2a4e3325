import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SEARCH_KINDS } from "#lib/core/search/search-index";
import {
  activeFilters,
  readSearchText,
  SEARCH_SORTS,
  type SearchParams,
  searchParams,
  searchText,
} from "#lib/schemas/search-query";

const word = fc.string({ unit: "grapheme", maxLength: 40 });
/** Whatever pasting and hand-made addresses bring. */
const SIGNS = ["\ud800", "\udc00", "\0", "\u202e", "&", "=", "+", "%", "#", "?", " ", "\n", "م", "👍", "x", "1", "-"];
const signs = fc.array(fc.constantFrom(...SIGNS), { maxLength: 10 }).map((all) => all.join(""));
const values = fc.array(word, { maxLength: 4 });
const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
const iso = fc.option(
  day.map((date) => date.toISOString().slice(0, 10)),
  { nil: undefined },
);

/** A search as the page has it: what the address says, read once. */
const search: fc.Arbitrary<SearchParams> = fc
  .record({
    q: fc.oneof(signs, word),
    exact: fc.boolean(),
    collapse: fc.boolean(),
    copies: fc.boolean(),
    kind: fc.subarray([...SEARCH_KINDS]),
    platform: values,
    account: values,
    hashtag: values,
    language: values,
    outcome: values,
    caseId: values,
    suppliedBy: values,
    from: iso,
    to: iso,
    sort: fc.constantFrom(...SEARCH_SORTS),
    page: fc.integer({ min: 1, max: 10_000 }),
  })
  .map((given) =>
    searchParams.parse({
      ...given,
      exact: given.exact ? "1" : "",
      collapse: given.collapse ? "1" : "",
      copies: given.copies ? "1" : "",
      page: String(given.page),
    }),
  );

describe("the address of a search", () => {
  test("holds the whole state, whatever was typed", () => {
    fc.assert(
      fc.property(search, (params) => {
        expect(readSearchText(searchText(params))).toEqual(params);
      }),
      { numRuns: 300 },
    );
  });

  test("is the same text for the same search, whatever the order", () => {
    fc.assert(
      fc.property(search, (params) => {
        const pairs = [...new URLSearchParams(searchText(params))].reverse();
        const turned = new URLSearchParams(pairs).toString();
        expect(searchText(readSearchText(turned))).toBe(searchText(params));
      }),
    );
  });

  test("shows a search and never an error, whatever stands in it", () => {
    const key = fc.oneof(fc.constantFrom("q", "page", "from", "sort", "account", "kind", "exact"), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(key, signs)), (pairs) => {
        const params = readSearchText(new URLSearchParams(pairs).toString());
        expect(params.page).toBeGreaterThan(0);
        expect(readSearchText(searchText(params))).toEqual(params);
      }),
    );
    expect(searchParams.parse({ q: ["a", "b"], page: "-3", from: "2018-02-31", sort: "best", kind: "video" })).toEqual({
      ...searchParams.parse({ q: "a" }),
      from: undefined,
      to: undefined,
    });
  });

  test("takes handles and hashtags in any form", () => {
    const params = readSearchText("account=%40Palm_Desk&account=palm_desk&hashtag=%23مُقاطَعة&hashtag=مقاطعه");
    expect(params).toMatchObject({ account: ["palm_desk"], hashtag: ["مقاطعه"] });
  });

  test("says nothing of what is as usual, and drops halves of characters", () => {
    expect(searchText(searchParams.parse({}))).toBe("");
    expect(searchParams.parse({ q: "a\ud800b\u0000c" }).q).toBe("a\ufffdb\ufffdc");
    expect(activeFilters(readSearchText("kind=post&copies=1&from=2018-07-01&q=x"))).toEqual([
      { field: "kind", value: "post" },
      { field: "from", value: "2018-07-01" },
      { field: "copies", value: "1" },
    ]);
  });
});
