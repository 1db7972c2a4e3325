import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_PASSAGES, passageFinder, passagesOf } from "#lib/core/duplicates/passages";

const sentence = (i: number) => `Sentence number ${i} says something about the bridge that nobody had said before.`;

test("a post is no long text, an article has its sentences", () => {
  expect(passagesOf("One sentence. Another one! And a third?")).toEqual([]);
  const article = Array.from({ length: 12 }, (_, i) => sentence(i)).join(" ");
  expect(passagesOf(article).map((passage) => passage.trim())).toEqual(
    Array.from({ length: 12 }, (_, i) => sentence(i)),
  );
});

test("short sentences go with their neighbours, and a text without stops is cut", () => {
  const passages = passagesOf("No. ".repeat(400));
  expect(Math.min(...passages.slice(0, -1).map(({ length }) => length))).toBeGreaterThanOrEqual(60);
  expect(passagesOf("word ".repeat(1_000))[0]?.length).toBe(600);
});

test("a book has so many passages from all over it", () => {
  const book = Array.from({ length: 3_600 }, (_, i) => sentence(i)).join(" ");
  const passages = passagesOf(book);
  expect(passages).toHaveLength(MAX_PASSAGES);
  expect(passages.at(-1)).toContain("number 359");
});

test("any text: never more than so many, each a part of it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 500, maxLength: 3_000 }), (text) => {
      const passages = passagesOf(text);
      expect(passages.length).toBeLessThanOrEqual(MAX_PASSAGES);
      for (const passage of passages) expect(text).toContain(passage);
    }),
    { numRuns: 50 },
  );
});

test("where an article is most like a post, with its surroundings", () => {
  const article = Array.from({ length: 400 }, (_, i) => sentence(i)).join(" ");
  const post = "They say: Sentence number 271 says something about the bridge that nobody has said before!";
  const near = passageFinder(article)(post);
  expect(near).toContain("Sentence number 271 says");
  expect(near.length).toBeLessThan(1_000);
  expect(article).toContain(near);
  expect(passageFinder(post)(article)).toBe(post);
  expect(passageFinder("short")("er")).toBe("short");
  expect(passageFinder("x".repeat(5_000))("y")).not.toBe("");
});
