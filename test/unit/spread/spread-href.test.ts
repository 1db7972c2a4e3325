import { expect, test } from "vitest";
import { type SpreadPlace, tieHref, tieScope } from "#components/spread/spread-href";
import { tieQuery } from "#lib/schemas/spread-query";

const [A, B] = [
  { platform: "x", handle: "amal" },
  { platform: "demo_square", handle: "basim" },
];
const DAYS = { from: "2018-07-01", to: "2018-07-03" };
const ID = "01900000-0000-7000-8000-000000000000";

test.each<[SpreadPlace, object]>([
  [
    { kind: "hashtag", folded: "ميناء_المدينه" },
    { hashtag: "ميناء_المدينه", phrasing: undefined },
  ],
  [
    { kind: "account", platform: "x", handle: "amal" },
    { hashtag: "", phrasing: undefined },
  ],
  [
    { kind: "phrasing", id: ID },
    { hashtag: "", phrasing: ID },
  ],
])("a tie opened from a page keeps what the page counted: %j", (place, kept) => {
  const href = tieHref("en", A, B, { window: "hour", page: 2, ...tieScope(place, DAYS) });
  const params = Object.fromEntries(new URL(href, "http://desk.example").searchParams);
  expect(tieQuery.parse(params)).toEqual({
    a: "x/amal",
    b: "demo_square/basim",
    window: "hour",
    page: 2,
    ...DAYS,
    ...kept,
  });
});

test("nonsense in the address of a tie narrows nothing", () => {
  const asked = tieQuery.parse({ hashtag: [7], from: "yesterday", phrasing: "x" });
  expect(asked).toEqual({ a: "", b: "", window: "ten_minutes", hashtag: "7", page: 1 });
});
