import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRange } from "#lib/core/http/byte-range";

const ETAG = '"abc"';
const part = (start: number, end: number) => ({ kind: "part", range: { start, end } });

describe("a Range header", () => {
  test.each([
    ["bytes=0-0", part(0, 0)],
    ["bytes=2-", part(2, 9)],
    ["bytes=2-100", part(2, 9)],
    ["bytes=-3", part(7, 9)],
    ["bytes=-100", part(0, 9)],
    ["BYTES = 1-2", part(1, 2)],
    ["bytes=10-", { kind: "unsatisfiable" }],
    ["bytes=-0", { kind: "unsatisfiable" }],
    ["bytes=5-2", { kind: "whole" }],
    ["bytes=0-1,4-5", { kind: "whole" }],
    ["bytes=-", { kind: "whole" }],
    ["lines=1-2", { kind: "whole" }],
    ["bytes=a-b", { kind: "whole" }],
    [null, { kind: "whole" }],
  ])("%s", (header, answer) => {
    expect(readRange(header, 10, null, ETAG)).toEqual(answer);
  });

  test("counts with If-Range only when the reader has the beginning of this very file", () => {
    expect(readRange("bytes=1-2", 10, ETAG, ETAG)).toEqual(part(1, 2));
    expect(readRange("bytes=1-2", 10, '"other"', ETAG)).toEqual({ kind: "whole" });
    expect(readRange("bytes=1-2", 10, `W/${ETAG}`, ETAG)).toEqual({ kind: "whole" });
    expect(readRange("bytes=1-2", 10, "Mon, 23 Nov 2026 22:00:00 GMT", ETAG)).toEqual({ kind: "whole" });
  });

  test("never leads outside the file", () => {
    fc.assert(
      fc.property(fc.nat(), fc.string(), fc.option(fc.nat()), fc.option(fc.nat()), (bytes, text, first, last) => {
        for (const header of [text, `bytes=${first ?? ""}-${last ?? ""}`]) {
          const answer = readRange(header, bytes, null, ETAG);
          if (answer.kind !== "part") continue;
          expect(answer.range.start).toBeGreaterThanOrEqual(0);
          expect(answer.range.end).toBeGreaterThanOrEqual(answer.range.start);
          expect(answer.range.end).toBeLessThan(bytes);
        }
      }),
    );
  });
});
