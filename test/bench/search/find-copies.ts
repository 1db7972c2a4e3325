import { comparable, relate } from "#lib/core/duplicates/relate";
import { bandsOf } from "#lib/core/duplicates/sketch";
import type { SearchIndex } from "#lib/core/search/search-index";
import { db } from "#lib/data/client";
import type { Corpus, Planted } from "#test/bench/search/corpus";
import type { BenchEngine } from "#test/bench/search/engines";
import { COPY_KINDS, type CopyKind } from "#test/bench/texts/change-text";

const MAX_PROPOSED = 100;
/** As many results as a search page can ask for at once. */
const MAX_HITS = 100;

/** Wordings like a text: proposed by the index, then each compared. */
export async function findCopies(index: SearchIndex, text: string): Promise<string[]> {
  const wanted = comparable(text);
  const words = [...new Set(wanted.folded.split(" "))];
  const proposed = await index.similar({ bands: bandsOf(wanted.body), words, limit: MAX_PROPOSED });
  const rows = await db().wording.findMany({
    where: { id: { in: proposed } },
    select: { id: true, folded: true, body: true },
  });
  return rows
    .filter(({ folded, body }) => relate(wanted, { folded, body: body ?? "" }).band !== "none")
    .map(({ id }) => id);
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
