import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeText } from "#lib/core/text/encode-text";

test.each(["windows-1256", "iso-8859-6", "windows-1252", "koi8-r"])(
  "%s: the bytes of a text are found again",
  (charset) => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
        const again = encodeText(text, charset, bytes.length);
        // Bytes without a character cannot be told from one another.
        if (!text.includes("\ufffd")) expect(again && Buffer.from(bytes).equals(again)).toBe(true);
      }),
    );
  },
);

test("UTF-8 is written as it was, with the mark that decoders take away", () => {
  expect(encodeText("é", undefined, 2)).toEqual(Buffer.from("é"));
  expect(encodeText("é", "UTF-8", 5)).toEqual(Buffer.from("\ufeffé"));
});

test("what cannot be known is not made up", () => {
  expect(encodeText("中", "big5", 2)).toBeUndefined();
  expect(encodeText("\ufffd", "utf-8", 1)).toBeUndefined();
  expect(encodeText("中", "no-such-charset", 1)).toBeUndefined();
});
