import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText } from "#lib/core/text/fold";
import { undisguise } from "#lib/core/text/undisguise";

const PLAIN = "The harbour bridge stays closed, café or not";

test("look-alikes of other alphabets are read as the letters of the word", () => {
  expect(undisguise("The hаrbour bridgе stаys clοsed, café or not")).toBe(PLAIN);
  expect(undisguise("мoст закpыт")).toBe("мост закрыт");
});

test("stacked marks are taken away", () => {
  const zalgo = [...PLAIN].map((letter) => (/[a-z]/i.test(letter) ? `${letter}\u0301\u0316\u0323` : letter)).join("");
  expect(foldText(undisguise(zalgo) ?? "")).toBe(foldText(PLAIN.replace("é", "e")));
});

test("what is not disguised is left alone: accents, Vietnamese, vowel signs, two alphabets side by side", () => {
  for (const text of [PLAIN, "Tiếng Việt có dấu", "رُفِعَ الرَّسْمُ", "Москва, London", "हिन्दी में", ""]) {
    expect(undisguise(text), text).toBeNull();
  }
});

test("reading a text twice changes nothing, and nothing throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 12 }), (text) => {
      const once = undisguise(text) ?? text;
      expect(undisguise(once) ?? once).toBe(once);
    }),
  );
});
