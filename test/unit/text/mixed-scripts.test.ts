import { expect, test } from "vitest";
import { foldText } from "#lib/core/text/fold";
import { findMixedScriptWords } from "#lib/core/text/mixed-scripts";

const wordsOf = (text: string) => findMixedScriptWords(text).map(({ start, end }) => text.slice(start, end));

test("a letter swapped for its look-alike is noticed, and which word it is in", () => {
  expect(wordsOf("The bridge will clоse, they sаy")).toEqual(["clоse", "sаy"]);
  expect(wordsOf("μοney")).toEqual(["μοney"]);
});

test("two alphabets side by side, accents, wide forms and Arabic with Latin are nothing special", () => {
  for (const plain of ["Москва and London", "café naïve", "ｗｉｄｅ", "رسومof الماء", "", "45٪ 😡", "\ud800a"]) {
    expect(wordsOf(plain), plain).toEqual([]);
  }
});

test("what folding already undoes needs no notice: mathematical, wide and presentation forms", () => {
  expect(foldText("𝐁𝐫𝐢𝐝𝐠𝐞 ｃｌｏｓｅｄ ﻣﺎء")).toBe(foldText("bridge closed ماء"));
});
