import fc from "fast-check";
import { expect, test } from "vitest";
import { wordDifference } from "#lib/core/text/word-difference";

test("a changed number, a word more, nothing", () => {
  expect(wordDifference("ترفع الرسوم إلى 45 دينارًا", "ترفع الرسوم إلى 54 دينارًا")).toEqual([
    { kind: "same", text: "ترفع الرسوم إلى " },
    { kind: "removed", text: "45 " },
    { kind: "added", text: "54 " },
    { kind: "same", text: "دينارًا" },
  ]);
  expect(wordDifference("not true", "not at all true").filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "added", text: "at all " },
  ]);
  expect(wordDifference("same", "same")).toEqual([{ kind: "same", text: "same" }]);
  expect(wordDifference("", "")).toEqual([]);
  expect(wordDifference("", "new")).toEqual([{ kind: "added", text: "new" }]);
});

test("both texts can be read back, and nothing common is called different", () => {
  const text = fc
    .array(fc.constantFrom("a", "b", " ", "\n", "خبز", " c"), { maxLength: 30 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = wordDifference(before, after);
      const without = (kind: string) => runs.filter((run) => run.kind !== kind).map((run) => run.text);
      expect(without("added").join("")).toBe(before);
      expect(without("removed").join("")).toBe(after);
      if (before === after) expect(runs.every(({ kind }) => kind === "same")).toBe(true);
    }),
  );
});

test("two long texts without a common word are one replacement", () => {
  const long = (word: string) => `${word} `.repeat(5_000);
  expect(wordDifference(long("a"), long("b")).map(({ kind }) => kind)).toEqual(["removed", "added"]);
});
