import { describe, expect, test } from "vitest";
import { ERROR_CODES } from "#lib/errors";
import { messages } from "#lib/i18n/messages";

/** Every leaf as `area.key.key`; functions are called with numbers, which every word with arguments accepts in print. */
function leaves(value: unknown, path = ""): [string, unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, path ? `${path}.${key}` : key));
}

const english = leaves(messages("en"));
const arabic = new Map(leaves(messages("ar")));

describe("messages", () => {
  test("both languages have the same keys", () => {
    expect([...arabic.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  });

  test("no word is empty and Arabic words are Arabic", () => {
    const wrong = english.flatMap(([path, word]) => {
      const other = arabic.get(path);
      if (typeof word === "function") return typeof other === "function" ? [] : [path];
      if (typeof word !== "string" || typeof other !== "string" || !word.trim() || !other.trim()) return [path];
      const isProse = /[a-z]{4,} [a-z]{2,}/i.test(word) && !/^(https?:|sha256sum|openssl)/.test(word);
      return isProse && !/\p{Script=Arabic}/u.test(other) ? [path] : [];
    });
    expect(wrong).toEqual([]);
  });

  test("every error code has its sentence", () => {
    for (const locale of ["en", "ar"] as const) {
      expect(Object.keys(messages(locale).errors).sort()).toEqual([...ERROR_CODES].sort());
    }
  });
});
