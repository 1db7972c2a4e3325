import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apartKey, buildFamilies } from "#lib/core/duplicates/build-families";
import { likeness } from "#lib/core/duplicates/likeness";
import { FAMILY_JACCARD, FAMILY_MIN_CHARS } from "#lib/core/duplicates/version";
import { type Body, bodyWithDigest, corpusOf, MemoryFamilies } from "#test/builders/memory-families";

const WORDS = "حسابات وهميه تدار من الخارج لاثاره الفتنه بين البلدين والوزاره تعلن اغلاقها اليوم غدا امس".split(" ");

/** Bodies out of one sentence with some words changed: many pairs lie near the threshold on both sides. */
const bodies = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 3 }),
      length: fc.integer({ min: 3, max: 12 }),
      swaps: fc.array(fc.tuple(fc.nat(11), fc.constantFrom(...WORDS)), { maxLength: 4 }),
    }),
    { minLength: 2, maxLength: 40 },
  )
  .map((wishes) => {
    const texts = wishes.map(({ start, length, swaps }) => {
      const words = WORDS.slice(start, start + length);
      for (const [at, word] of swaps) if (at < words.length) words[at] = word;
      return words.join(" ");
    });
    return [...new Set(texts)].map(bodyWithDigest);
  });

/** Digest → pivot and nearness, by the whole at once. */
function rebuilt(all: readonly Body[], apart: ReadonlySet<string> = new Set(), block?: number) {
  const { corpus, order } = corpusOf(all);
  const at = new Map(order.map(({ digest }, i) => [digest, i]));
  const apartPairs = [...apart].map((key) => key.split(" ").map((digest) => at.get(digest) ?? -1));
  const families = buildFamilies(corpus, new Set(apartPairs.map(([a = -1, b = -1]) => apartKey(a, b))), block);
  return new Map(
    order.map(({ digest }, i) => {
      const pivotId = order[families.pivotOf[i] ?? -1]?.digest ?? null;
      return [digest, { pivotId, nearness: families.nearness[i] ?? 0 }];
    }),
  );
}

const sorted = <T>(map: Map<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

describe("families", () => {
  test("come out the same in any order and batch size", async () => {
    await fc.assert(
      fc.asyncProperty(bodies, fc.integer({ min: 1, max: 9 }), fc.nat(9), fc.gen(), async (all, batch, block, gen) => {
        const shuffled = gen(fc.shuffledSubarray, all, { minLength: all.length });
        const families = new MemoryFamilies();
        for (let i = 0; i < shuffled.length; i += batch) await families.add(shuffled.slice(i, i + batch));
        expect(sorted(families.places())).toEqual(sorted(rebuilt(all, undefined, block + 1)));
      }),
      { numRuns: 300 },
    );
  });

  test("follow what editors set apart and take back, and bodies that change", async () => {
    const steps = fc.array(fc.tuple(fc.nat(39), fc.nat(39), fc.constantFrom("apart", "together", "replace")), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(bodies, steps, async (all, wishes) => {
        const families = new MemoryFamilies();
        const now = new Map(all.map(({ digest, body }) => [digest, body]));
        await families.add(all);
        for (const [i, j, what] of wishes) {
          const [a, b] = [all[i % all.length], all[j % all.length]];
          if (!a || !b || a === b) continue;
          if (what !== "replace") await families.setApart(a.digest, b.digest, what === "apart");
          else {
            const body = `${now.get(a.digest)} ${b.body}`.slice(0, 200);
            now.set(a.digest, body);
            await families.replace(a.digest, body);
          }
        }
        const expected = rebuilt(
          [...now].map(([digest, body]) => ({ digest, body })),
          families.apart,
        );
        expect(sorted(families.places())).toEqual(sorted(expected));
      }),
      { numRuns: 200 },
    );
  });

  test("hold nobody who is not near to the pivot, and no short text", () => {
    fc.assert(
      fc.property(bodies, (all) => {
        const bodyOf = new Map(all.map(({ digest, body }) => [digest, body]));
        for (const [digest, { pivotId, nearness }] of rebuilt(all)) {
          if (digest === pivotId) continue;
          const [a, b] = [bodyOf.get(digest) ?? "", bodyOf.get(pivotId ?? "") ?? ""];
          expect(likeness(a, b).jaccard).toBeGreaterThanOrEqual(FAMILY_JACCARD);
          expect(nearness).toBe(Math.fround(likeness(a, b).jaccard));
          expect(Math.min(a.length, b.length)).toBeGreaterThanOrEqual(FAMILY_MIN_CHARS);
        }
      }),
    );
  });
});
