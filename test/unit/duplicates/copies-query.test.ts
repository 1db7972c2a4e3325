import fc from "fast-check";
import { expect, test } from "vitest";
import { copiesOfAddress } from "#lib/schemas/copies-query";
import { phrasingListQuery, phrasingQuery } from "#lib/schemas/phrasing-query";

const ID = "01a22545-b9e0-777a-a03a-0fff8852c53b";

test("an address names one thing whose copies are looked for, or none", () => {
  expect(copiesOfAddress({})).toBeNull();
  expect(copiesOfAddress({ text: " \n" })).toBeNull();
  expect(copiesOfAddress({ text: ["one", "two"] })).toEqual({ text: "one" });
  expect(copiesOfAddress({ post: ID, text: "words" })).toEqual({ postId: ID });
  expect(copiesOfAddress({ wording: ID })).toEqual({ wordingId: ID });
  expect(copiesOfAddress({ exhibit: ID })).toEqual({ exhibitId: ID });
  expect(copiesOfAddress({ post: "x", text: "words" })).toEqual({ text: "words" });
  expect(copiesOfAddress({ text: "a\u0000\ud83d" })).toEqual({ text: "a\ufffd\ufffd" });
});

test("nonsense in an address shows the list as usual, never an error", () => {
  const usual = { q: "", posts: 2, accounts: 1, sort: "copies", page: 1 };
  for (const odd of [
    {},
    { posts: "-3", accounts: "many", page: "0", from: "yesterday", sort: "best" },
    { page: "999999" },
  ]) {
    expect(phrasingListQuery.parse(odd)).toEqual(usual);
  }
  expect(phrasingListQuery.parse({ posts: "5", page: ["3", "4"], to: "2018-07-03" })).toMatchObject({
    posts: 5,
    page: 3,
    to: "2018-07-03",
  });
  const anything = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom("q", "posts", "accounts", "from", "to", "sort", "page", "wording"), anything),
      (params) => {
        expect(() => [
          phrasingListQuery.parse(params),
          phrasingQuery.parse(params),
          copiesOfAddress(params),
        ]).not.toThrow();
      },
    ),
  );
});
