import fc from "fast-check";
import { expect, test } from "vitest";
import { shortenChanges, shortenSame } from "#lib/core/text/shorten-same";
import { wordDifference } from "#lib/core/text/word-difference";

test("keeps every change and the words beside it", () => {
  const filler = "word ".repeat(100);
  const shown = shortenSame(wordDifference(`${filler}old ${filler}`, `${filler}new ${filler}`), 30);
  expect(shown.map(({ kind }) => kind)).toEqual(["skipped", "same", "removed", "added", "same", "skipped"]);
  expect(shown.find(({ kind }) => kind === "same")?.text).toMatch(/^(word ){5,6}$/);
});

test("leaves out nothing but what both texts have, and nothing of short texts", () => {
  const words = fc.array(fc.constantFrom("كلمة ", "word ", "other "), { maxLength: 60 }).map((all) => all.join(""));
  fc.assert(
    fc.property(words, words, fc.integer({ min: 5, max: 60 }), (before, after, chars) => {
      const runs = wordDifference(before, after);
      const shown = shortenSame(runs, chars);
      const changes = (all: readonly { kind: string }[]) =>
        all.filter(({ kind }) => kind !== "same" && kind !== "skipped");
      expect(changes(shown)).toEqual(changes(runs));
      if (before.length <= chars && after.length <= chars) expect(shown).toEqual(runs);
    }),
  );
});

test("a long change keeps its beginning and its end, a short one stays whole", () => {
  const long = "word ".repeat(200);
  const shown = shortenChanges(wordDifference("a b", `a ${long}b`), 60);
  expect(shown.map(({ kind }) => kind)).toEqual(["same", "added", "skipped", "added", "same"]);
  expect(shown.find(({ kind }) => kind === "added")?.text).toMatch(/^(word ){5,6}$/);
  const short = wordDifference("a b", "a word b");
  expect(shortenChanges(short, 60)).toEqual(short);
});
