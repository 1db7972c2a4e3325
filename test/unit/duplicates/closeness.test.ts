import { describe, expect, test } from "vitest";
import { closenessOf, closestFirst, comparedBy } from "#lib/core/duplicates/closeness";
import { comparable, relate } from "#lib/core/duplicates/relate";
import type { CLOSENESS } from "#lib/core/duplicates/views";

const SENTENCE = "The harbour bridge stays closed for a whole year from Sunday and nobody was told";
const between = (a: string, b: string) => {
  const [left, right] = [comparable(a), comparable(b)];
  return closenessOf(relate(left, right), left, right);
};
const by = (text: string) => comparedBy(text, comparable(text));

describe("how near two texts are", () => {
  test.each([
    ["exact", SENTENCE, `${SENTENCE.toUpperCase()} 😡 https://example.org`],
    ["family", SENTENCE, `${SENTENCE} #Bridge`],
    ["family", SENTENCE, SENTENCE.replace("a whole year", "two whole years")],
    [
      "contained",
      SENTENCE,
      `I read this everywhere today and found no source for it at all: "${SENTENCE}". Who wrote it first, and why?`,
    ],
    [
      "suggestion",
      SENTENCE,
      "The harbour bridge stays closed for a whole night, says the council, and everybody was told on Monday",
    ],
    [null, SENTENCE, "Seven palms and a single shadow, as the poets of the coast used to say"],
    [null, "#Bridge", "#Harbour"],
    ["exact", "#Bridge", "#bridge"],
  ])("%s", (closeness, a, b) => {
    expect(between(a, b)).toBe(closeness);
    expect(between(b, a)).toBe(closeness);
  });

  test("closest first, what has too little in common last", () => {
    const of = (closeness: (typeof CLOSENESS)[number] | null, jaccard: number) => ({
      closeness,
      jaccard,
      containment: 0,
    });
    const all = [
      of(null, 0.9),
      of("suggestion", 0.5),
      of("family", 0.7),
      of("contained", 0.4),
      of("exact", 1),
      of("family", 0.9),
    ];
    expect(all.sort(closestFirst).map(({ closeness, jaccard }) => [closeness, jaccard])).toEqual([
      ["exact", 1],
      ["family", 0.9],
      ["family", 0.7],
      ["contained", 0.4],
      ["suggestion", 0.5],
      [null, 0.9],
    ]);
  });
});

test("what of a text can be compared", () => {
  expect(by(SENTENCE)).toBe("all");
  expect(by("closed from next Sunday")).toBe("suggestions");
  expect(by("closed again")).toBe("exact");
  expect(by("#closed #again")).toBe("hashtags");
  expect(by("السلام عليكم ورحمة الله وبركاته")).toBe("formulas");
  expect(by("😡 https://example.org @somebody")).toBe("nothing");
});
