import type { Actor } from "#lib/permissions/actor";
import { findCopies } from "#lib/services/copies/find-copies";
import type { Corpus, Planted } from "#test/bench/search/corpus";
import type { BenchEngine } from "#test/bench/search/engines";
import { COPY_KINDS, type CopyKind } from "#test/bench/texts/change-text";

const EDITOR: Actor = { name: "Bench", id: "00000000-0000-7000-8000-000000000000", role: "editor" };
/** As many results as a search page can ask for at once. */
const MAX_HITS = 100;

/** The wordings that *Find copies* shows for a text. */
export async function copiesOf(engine: BenchEngine, text: string): Promise<string[]> {
  const { families } = await findCopies(EDITOR, { text }, engine.index);
  return families.flatMap(({ nearest }) => nearest.map(({ wordingId }) => wordingId));
}

/** The naive way: the whole post as a search. */
export async function searchWhole(engine: BenchEngine, text: string): Promise<string[]> {
  if (engine.searchWhole) return engine.searchWhole(text, MAX_HITS);
  const { hits } = await engine.index.search({ q: text, pageSize: MAX_HITS });
  return hits.flatMap((hit) => hit.wordingId ?? []);
}

export type Recall = { all: number; of: Record<CopyKind, number> };

/** The part of the planted copies that is found from the text they were made from. */
export async function measureRecall(
  corpus: Corpus,
  planted: readonly Planted[],
  find: (text: string) => Promise<string[]>,
): Promise<Recall> {
  const found = Object.fromEntries(COPY_KINDS.map((kind) => [kind, 0])) as Record<CopyKind, number>;
  for (const { text, copies } of planted) {
    const ids = new Set(await find(text));
    for (const { kind, text: copy } of copies) if (ids.has(corpus.wordingOf(copy) ?? "")) found[kind]++;
  }
  const share = (count: number) => count / planted.length;
  return {
    all: share(COPY_KINDS.reduce((sum, kind) => sum + found[kind], 0)) / COPY_KINDS.length,
    of: Object.fromEntries(COPY_KINDS.map((kind) => [kind, share(found[kind])])) as Record<CopyKind, number>,
  };
}
