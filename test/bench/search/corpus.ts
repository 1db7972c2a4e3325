import { bodyOf } from "#lib/core/duplicates/body";
import { bandsOf } from "#lib/core/duplicates/sketch";
import { findHashtags } from "#lib/core/posts/find-hashtags";
import { guessLanguage } from "#lib/core/posts/guess-language";
import { copiesStep } from "#lib/core/search/copies-step";
import type { SearchDoc } from "#lib/core/search/search-index";
import { foldHashtag, foldText } from "#lib/core/text/fold";
import { COPY_KINDS, type CopyKind, copyText } from "#test/bench/texts/change-text";
import { type Random, seededRandom, weightedDraw } from "#test/bench/texts/random";
import type { Vocabulary } from "#test/bench/texts/vocabulary";

/** A distinct text, as `wording` has it. */
export type BenchWording = { id: string; folded: string; text: string; body: string; bands: number[] };

/** A text with copies that the bench knows of, so that it can tell who finds them. */
export type Planted = { text: string; copies: { kind: CopyKind; text: string }[] };

export type Corpus = {
  planted: Planted[];
  /** Documents in the order they arrive, with the wordings that are new among them. */
  batches(size: number): Generator<{ docs: SearchDoc[]; wordings: BenchWording[] }>;
  /** The wording of a text, once it was in a batch. */
  wordingOf(text: string): string | undefined;
};

const SEED = 3;
/** One text in so many is planted with its copies; so it stays rare. */
const PLANTED_IN = 500;
const PLANTED_MIN_WORDS = 8;
/** Part of all posts that say what others say word for word. */
const REPEATED = 0.2;
const FIRST_DAY = Date.UTC(2014, 0, 1);
const DAYS = 1_500;

/**
 * Posts made from the words of a vocabulary, as often as it says: single ones, ones that many accounts repeat, and
 * planted texts with a copy of each kind. Times are in no order, which is the worst case. The same in every run.
 */
export function makeCorpus(vocabulary: Vocabulary, posts: number): Corpus {
  const random = seededRandom(SEED);
  const place = weightedDraw(vocabulary.weights, random);
  const draw = () => vocabulary.words[place()] ?? "";
  const makeText = (min = 1) => Array.from({ length: Math.max(min, random.pick(vocabulary.lengths)) }, draw).join(" ");
  const planted = Array.from({ length: Math.ceil(posts / PLANTED_IN / COPY_KINDS.length) }, () => {
    const text = makeText(PLANTED_MIN_WORDS);
    return { text, copies: COPY_KINDS.map((kind) => ({ kind, text: copyText(text, kind, random, draw) })) };
  });
  const repeated = Array.from({ length: Math.ceil(posts / 200) }, () => makeText(4));
  const popularity = repeated.map((_, rank) => 1 / (rank + 1));
  const repeat = weightedDraw(popularity, random);
  const repeats = (posts * REPEATED) / popularity.reduce((sum, each) => sum + each, 0);
  const special = shuffle(
    planted.flatMap(({ text, copies }) => [text, ...copies.map((copy) => copy.text)]),
    random,
  );
  const stride = Math.floor(posts / special.length);
  const textOf = (i: number): { text: string; copies: number } => {
    const planted = i % stride === 0 ? special[i / stride] : undefined;
    if (planted) return { text: planted, copies: 1 + COPY_KINDS.length };
    if (random.next() >= REPEATED) return { text: makeText(), copies: 1 };
    const rank = repeat();
    return { text: repeated[rank] ?? "", copies: Math.ceil(repeats * (popularity[rank] ?? 0)) };
  };

  const known = new Map<string, { id: string; bands: number[] }>();
  const accounts = weightedDraw(
    Array.from({ length: Math.ceil(posts / 40) }, (_, rank) => 1 / (rank + 10)),
    random,
  );
  return {
    planted,
    wordingOf: (text) => known.get(foldText(text))?.id,
    *batches(size) {
      for (let first = 0; first < posts; first += size) {
        const wordings: BenchWording[] = [];
        const docs = Array.from({ length: Math.min(size, posts - first) }, (_, k) => {
          const { text, copies } = textOf(first + k);
          const folded = foldText(text);
          let wording = known.get(folded);
          if (!wording && folded !== "") {
            const body = bodyOf(text);
            wording = { id: idOf("0", known.size), bands: bandsOf(body) };
            known.set(folded, wording);
            wordings.push({ ...wording, folded, text, body });
          }
          return { ...toDoc(first + k, text, wording, accounts(), random), copies: copiesStep(copies) };
        });
        yield { docs, wordings };
      }
    },
  };
}

function toDoc(
  i: number,
  text: string,
  wording: { id: string; bands: number[] } | undefined,
  account: number,
  random: Random,
): SearchDoc {
  return {
    id: `post:${idOf("1", i)}`,
    kind: "post",
    entityId: idOf("1", i),
    title: null,
    text,
    platform: random.next() < 0.95 ? "x" : "demo_square",
    account: `account_${account}`,
    accountName: `Account ${account}`,
    hashtags: findHashtags(text).map(foldHashtag),
    language: guessLanguage(text) ?? (/\p{Script=Cyrillic}/u.test(text) ? "ru" : "en"),
    outcome: random.next() < 0.97 ? "content" : "deleted",
    url: `https://x.com/i/status/${i}`,
    captureId: null,
    caseIds: random.next() < 0.001 ? [idOf("2", random.below(20))] : [],
    wordingId: wording?.id ?? null,
    // Every wording alone in its phrasing: families are another bench's matter.
    phrasingId: wording ? `3${wording.id.slice(1)}` : null,
    bands: wording?.bands ?? [],
    copies: 1,
    suppliedBy: null,
    at: new Date(FIRST_DAY + Math.floor(random.next() * DAYS * 86_400_000)).toISOString(),
  };
}

const idOf = (kind: string, number: number) => `${kind}0000000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

function shuffle<T>(values: T[], random: Random): T[] {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [values[i], values[j]] = [values[j] as T, values[i] as T];
  }
  return values;
}
