import type { SearchDoc } from "#lib/core/search/search-index";
import { db } from "#lib/data/client";
import { DRAIN_BATCH } from "#lib/services/search/drain-outbox";
import { type BenchOptions, type Figure, figure } from "#test/bench/figures";
import { type Corpus, makeCorpus } from "#test/bench/search/corpus";
import { type BenchEngine, ENGINES } from "#test/bench/search/engines";
import { copiesOf, measureRecall, searchWhole } from "#test/bench/search/find-copies";
import { type Times, timeEach, timeQueries } from "#test/bench/search/measure-queries";
import { makeQueries } from "#test/bench/search/queries";
import { storeWordings } from "#test/bench/search/store-wordings";
import { COPY_KINDS } from "#test/bench/texts/change-text";
import { seededRandom } from "#test/bench/texts/random";
import { readVocabulary, type Vocabulary } from "#test/bench/texts/vocabulary";
import { withArchive } from "#test/bench/with-archive";

const SIZES = [100_000, 1_000_000];
const QUERIES = 300;
const BATCH = 2_000;
const UPKEEP_DOCS = 10_000;
/** One post in so many is remembered, to make queries from. */
const SAMPLED_IN = 101;
const FIND_COPIES_TARGET_MS = 30;
const SEED = 11;

/**
 * Each engine at each size: seconds and disk of a rebuild, upkeep, times of searches typed key by key, filtered, quoted,
 * and of finding copies; how many planted copies are found, beside the whole post as a search.
 */
export async function searchBench({ data, posts, runs = QUERIES }: BenchOptions): Promise<Figure[]> {
  const vocabulary = await readVocabulary(data);
  const figures: Figure[] = [];
  for (const size of posts ?? SIZES) {
    await withArchive(async () => {
      for (const open of ENGINES) {
        const engine = await open();
        if (!engine) continue;
        try {
          figures.push(...(await measureEngine(engine, vocabulary, size, runs)));
        } finally {
          await engine.close();
        }
      }
    });
  }
  return figures;
}

async function measureEngine(engine: BenchEngine, vocabulary: Vocabulary, size: number, runs: number) {
  const corpus = makeCorpus(vocabulary, size + UPKEEP_DOCS);
  const source = corpus.batches(BATCH);
  const sample: SearchDoc[] = [];
  const name = (what: string) => `${engine.name}, ${size} posts: ${what}`;
  const isMillion = size === 1_000_000;
  const note = (what: string) => process.stdout.write(`${name(what)}\n`);

  note("indexing");
  const seconds = await fill(engine, source, size, sample);
  const bytes = await engine.bytes();
  const upkeep = await keepUp(engine, source);

  note("asking");
  const { typed, filtered, quoted } = makeQueries(sample, runs, seededRandom(SEED));
  const search = (what: string, times: Times) => [
    figure(name(`${what}, p50`), times.p50, "ms"),
    figure(name(`${what}, p95`), times.p95, "ms", isMillion ? { target: `<= ${engine.searchTargetMs} ms` } : {}),
  ];
  const planted = corpus.planted.slice(0, runs);
  const copies = await timeEach(planted, ({ text }) => copiesOf(engine, text));
  return [
    figure(name("rebuild"), seconds, "s"),
    figure(name("rebuild, documents a second"), size / seconds, "/s"),
    figure(name("upkeep, documents a second"), upkeep, "/s"),
    figure(name("disk"), bytes / 2 ** 20, "MiB"),
    ...search("typed key by key", await timeQueries(engine.index, typed.flat())),
    ...search("filtered", await timeQueries(engine.index, filtered)),
    ...search("quoted", await timeQueries(engine.index, quoted)),
    figure(name("find copies, p50"), copies.p50, "ms"),
    figure(name("find copies, p95"), copies.p95, "ms", isMillion ? { target: `<= ${FIND_COPIES_TARGET_MS} ms` } : {}),
    ...(await recallFigures(engine, corpus, planted, name)),
  ];
}

async function recallFigures(
  engine: BenchEngine,
  corpus: Corpus,
  planted: Corpus["planted"],
  name: (what: string) => string,
): Promise<Figure[]> {
  const ours = await measureRecall(corpus, planted, (text) => copiesOf(engine, text));
  const naive = await measureRecall(corpus, planted, (text) => searchWhole(engine, text));
  const beside = (value: number) => ({ against: { name: "the whole post as a search", value: 100 * value } });
  return [
    figure(name("planted copies found"), 100 * ours.all, "%", beside(naive.all)),
    ...COPY_KINDS.map((kind) =>
      figure(name(`copies found, ${kind}`), 100 * ours.of[kind], "%", beside(naive.of[kind])),
    ),
  ];
}

type Source = ReturnType<Corpus["batches"]>;

/** @returns seconds of the engine's own work: the making of texts and the record's own rows are taken off. */
async function fill(engine: BenchEngine, source: Source, size: number, sample: SearchDoc[]): Promise<number> {
  await db().wording.deleteMany();
  let making = 0;
  async function* batches() {
    for (let done = 0; done < size; done += BATCH) {
      const start = performance.now();
      const { docs, wordings } = source.next().value ?? { docs: [], wordings: [] };
      await storeWordings(wordings);
      sample.push(...docs.filter((_: SearchDoc, i: number) => (done + i) % SAMPLED_IN === 0));
      making += performance.now() - start;
      yield docs;
    }
  }
  const start = performance.now();
  await engine.index.reindex(batches());
  const seconds = (performance.now() - start - making) / 1_000;
  await db().$executeRawUnsafe("VACUUM ANALYZE wording");
  return seconds;
}

/** @returns documents a second, in the batches in which a worker brings them. */
async function keepUp(engine: BenchEngine, source: Source): Promise<number> {
  let ms = 0;
  let count = 0;
  for (const { docs, wordings } of source) {
    await storeWordings(wordings);
    const start = performance.now();
    for (let i = 0; i < docs.length; i += DRAIN_BATCH) await engine.index.index(docs.slice(i, i + DRAIN_BATCH));
    ms += performance.now() - start;
    count += docs.length;
  }
  return (1_000 * count) / ms;
}
