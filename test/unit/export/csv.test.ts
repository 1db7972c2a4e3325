import fc from "fast-check";
import { expect, test } from "vitest";
import { type CsvCell, csvRow } from "#lib/core/export/csv";
import { readCsv } from "#test/setup/read-csv";

test("quotes what must be quoted and ends in CRLF", () => {
  expect(csvRow(["a", 'say "so"', "one,two", "first\nsecond", null, -3, true])).toBe(
    'a,"say ""so""","one,two","first\nsecond",,-3,true\r\n',
  );
});

test.each([
  ["=1+1", "'=1+1"],
  ["+973 17 000 000", "'+973 17 000 000"],
  ["-2+3", "'-2+3"],
  ["@handle", "'@handle"],
  ["＝1+1", "'＝1+1"],
  ["\u200f=1+1", "\u200f'=1+1"],
  ["  =1+1", "  '=1+1"],
  ["\ttab", "'\ttab"],
  ["a\n=1+1", "a\n'=1+1"],
  ["a;=1+1", "a;'=1+1"],
  ["a = b - c", "a = b - c"],
  ["#وسم: 5-3", "#وسم: 5-3"],
])("a formula is a formula no more: %j", (given, written) => {
  expect(readCsv(csvRow([given]))).toEqual([[written]]);
});

test("numbers of our own stay numbers, however they begin", () => {
  expect(csvRow([-3, 0, 1.5])).toBe("-3,0,1.5\r\n");
});

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom("=", ";", "\n", "\r", '"', ",", "@", "خ", "\t", " ")).map((all) => all.join("")),
);
const cell = fc.oneof<fc.Arbitrary<CsvCell>[]>(text, fc.integer(), fc.boolean(), fc.constant(null));

test("every cell comes back, apart from apostrophes before signs, U+0000 and broken surrogates", () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      const rows = readCsv(csvRow(cells));
      expect(rows).toHaveLength(1);
      expect(rows[0]).toHaveLength(cells.length);
      for (const [i, back] of (rows[0] ?? []).entries()) {
        const given = String(cells[i] ?? "")
          .toWellFormed()
          .replaceAll("\u0000", "");
        expect(back.replaceAll("'", "")).toBe(given.replaceAll("'", ""));
        if (typeof cells[i] === "string")
          expect(back).not.toMatch(/(?:^|[\r\n\t;])[\p{Cf}\p{Zs}]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
      }
    }),
    { numRuns: 500 },
  );
});
