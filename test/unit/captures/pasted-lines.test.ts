import fc from "fast-check";
import { expect, test } from "vitest";
import { pastedLines } from "#lib/core/captures/pasted-lines";

test.each([
  ["https://x.com/someone/status/1", 1],
  ["x.com/someone/status/1 #وسم_ما\nhttps://example.org/a?b=c#d", 3],
  ["#مُقاطعة @someone", 2],
  ["مثال.إختبار/صفحة", 1],
  ["", 0],
  ["   \n ", 0],
  ["who said this", 0],
  ["see https://x.com/a", 0],
  ["2.0", 0],
  ["#", 0],
])("%j holds %i sources", (text, count) => {
  expect(pastedLines(text)).toHaveLength(count);
});

test("loses no source, whatever white space is between", () => {
  const source = fc.oneof(fc.webUrl(), fc.constantFrom("#وسم", "@name", "x.com/a/status/9", "＃tag"));
  const space = fc.constantFrom(" ", "\n", "\r\n", "\t", " \n\n ");
  fc.assert(
    fc.property(fc.array(source, { minLength: 1, maxLength: 12 }), space, (sources, between) => {
      expect(pastedLines(sources.join(between))).toEqual(sources);
    }),
  );
});
