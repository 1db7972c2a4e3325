import { expect, test } from "vitest";
import { textDirection } from "#lib/core/text/direction";

test.each([
  ["مقاطعة the company", "rtl"],
  ["The «مقاطعة»", "ltr"],
  ["RT @someone: قاطعوا الآن", "rtl"],
  ["https://t.co/abc @someone #مقاطعة", "rtl"],
  ["٣٥٪ 🔥", "auto"],
  ["", "auto"],
])("%s is read %s", (text, direction) => {
  expect(textDirection(text)).toBe(direction);
});
