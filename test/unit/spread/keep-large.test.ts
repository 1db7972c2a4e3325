import { expect, test } from "vitest";
import { keepLarge } from "#lib/services/spread/keep-large";

/** A count that says how often it was made. */
function counter(posts: number) {
  const made = { times: 0 };
  const count = async () => ({ posts, time: ++made.times });
  return { made, count };
}

test("large counts are kept for a minute, small ones are not", async () => {
  const large = counter(200_000);
  const small = counter(200);
  for (const at of [0, 1, 59_999]) {
    expect(await keepLarge("large", large.count, at)).toEqual({ posts: 200_000, time: 1 });
    await keepLarge("small", small.count, at);
  }
  expect(small.made.times).toBe(3);
  expect(await keepLarge("large", large.count, 60_001)).toEqual({ posts: 200_000, time: 2 });
});

test("two who ask at once wait for one count, whatever its size", async () => {
  const small = counter(3);
  expect(await Promise.all([keepLarge("both", small.count), keepLarge("both", small.count)])).toEqual([
    { posts: 3, time: 1 },
    { posts: 3, time: 1 },
  ]);
});

test("a count that failed is tried again", async () => {
  const failing = async (): Promise<{ posts: number }> => {
    throw new Error("no database");
  };
  await expect(keepLarge("failed", failing, 0)).rejects.toThrow("no database");
  expect(await keepLarge("failed", counter(30_000).count, 0)).toEqual({ posts: 30_000, time: 1 });
});

test("only so many are kept", async () => {
  const first = counter(50_000);
  await keepLarge("first", first.count, 0);
  for (let i = 0; i < 40; i++) await keepLarge(`other ${i}`, counter(50_000).count, 0);
  await keepLarge("first", first.count, 0);
  expect(first.made.times).toBe(2);
});
