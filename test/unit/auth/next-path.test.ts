import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeNextPath } from "#lib/auth/next-path";

const FALLBACK = "/en/desk";

describe("where to go after signing in", () => {
  test.each(["/ar/desk/captures?page=2#top", "/en/desk/search?q=%23%D9%88%D8%B3%D9%85", "/en/desk"])(
    "%s is kept",
    (path) => {
      expect(safeNextPath(path, FALLBACK)).toBe(path);
    },
  );

  test.each([
    undefined,
    null,
    ["/en/desk"],
    "",
    "en/desk",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/x/..//evil.example",
    "/%2e//evil.example",
    " //evil.example",
    "javascript:alert(1)",
    "/api/auth/signout",
    "/x/../api/auth/signout",
    `/${"a".repeat(3000)}`,
  ])("%j is not followed", (path) => {
    expect(safeNextPath(path, FALLBACK)).toBe(FALLBACK);
  });

  test("whatever comes in, a browser stays on the site", () => {
    const pieces = fc.constantFrom("/", "\\", ".", "..", "%2e", "%5c", "\t", "@", ":", "evil.example", "?", "#", "api");
    const nasty = fc.array(fc.oneof(pieces, fc.string({ maxLength: 3 })), { maxLength: 8 }).map((all) => all.join(""));
    fc.assert(
      fc.property(nasty, (path) => {
        const site = "https://desk.example";
        expect(new URL(safeNextPath(path, FALLBACK), `${site}/en/sign-in`).origin).toBe(site);
      }),
      { numRuns: 2_000 },
    );
  });
});
