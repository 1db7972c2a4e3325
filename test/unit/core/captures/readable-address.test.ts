import fc from "fast-check";
import { expect, test } from "vitest";
import { readableAddress } from "#lib/core/captures/readable-address";

test.each([
  ["https://www.example.org/", "example.org"],
  ["http://example.org/tag/%D9%88%D8%B3%D9%85", "example.org/tag/وسم"],
  ["https://example.org/a%2Fb?q=%20x", "example.org/a%2Fb?q=%20x"],
  ["https://example.org/%E2%80%AEgpj.exe", "example.org/%E2%80%AEgpj.exe"],
  ["https://example.org/%E0%A4%A", "example.org/%E0%A4%A"],
])("%s reads %s", (url, shown) => {
  expect(readableAddress(url)).toBe(shown);
});

test("never throws and never shows what cannot be seen", () => {
  fc.assert(
    fc.property(fc.webUrl(), fc.string({ unit: "binary" }), (url, tail) => {
      expect(readableAddress(url + encodeURI(tail.toWellFormed()))).not.toMatch(/[\s\p{Cc}\p{Cf}]/u);
    }),
  );
});
