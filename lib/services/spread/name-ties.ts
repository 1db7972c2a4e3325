import type { TieLine } from "#lib/core/spread/views";
import { db } from "#lib/data/client";
import { findAccountNames, findPhrasingNames } from "#lib/data/spread/names";

type UnnamedTie = {
  a: string;
  b: string;
  phrasings: number;
  closePairs: number;
  smallestGapMs: number | null;
  /** One of the phrasings. */
  example: string | undefined;
};

/** Ties of account ids as pages show them. */
export async function nameTies(ties: readonly UnnamedTie[]): Promise<TieLine[]> {
  const [accounts, phrasings] = await Promise.all([
    findAccountNames(
      db(),
      ties.flatMap(({ a, b }) => [a, b]),
    ),
    findPhrasingNames(
      db(),
      ties.flatMap(({ example }) => example ?? []),
    ),
  ]);
  return ties.flatMap(({ a, b, example, ...tie }) => {
    const [one, other] = [accounts.get(a), accounts.get(b)];
    return one && other ? [{ ...tie, a: one, b: other, example: phrasings.get(example ?? "") ?? null }] : [];
  });
}
