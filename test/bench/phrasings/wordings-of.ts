import { createHash } from "node:crypto";
import { isBetterBody } from "#lib/core/duplicates/body";
import { comparable } from "#lib/core/duplicates/relate";
import { copyText } from "#test/bench/texts/change-text";
import { seededRandom, weightedDraw } from "#test/bench/texts/random";
import { readTexts } from "#test/bench/texts/read-texts";
import { readVocabulary } from "#test/bench/texts/vocabulary";
import type { Body } from "#test/builders/memory-families";

/** Every sixth synthetic text is a changed copy of one before it. */
const COPY_SHARE = 1 / 6;
const KINDS = ["slots", "framed", "cut"] as const;

/**
 * The texts of a bench: those of the file, or so many made from the frequencies of its words, some of them near copies.
 * The same in every run.
 */
export async function benchTexts(data: string | undefined, synthetic: number | undefined): Promise<string[]> {
  if (synthetic === undefined && data) {
    const texts: string[] = [];
    for await (const text of readTexts(data)) texts.push(text);
    return JSON.parse(JSON.stringify(texts));
  }
  const vocabulary = await readVocabulary(data);
  const random = seededRandom(7);
  const place = weightedDraw(vocabulary.weights, random);
  const draw = () => vocabulary.words[place()] ?? "";
  const texts: string[] = [];
  const wanted = synthetic ?? 100_000;
  const seen = new Set<string>();
  while (texts.length < wanted) {
    const isCopy = texts.length > 0 && random.next() < COPY_SHARE;
    const text = isCopy
      ? copyText(random.pick(texts), random.pick(KINDS), random, draw)
      : Array.from({ length: random.pick(vocabulary.lengths) }, draw).join(" ");
    if (seen.has(text)) continue;
    seen.add(text);
    texts.push(text);
  }
  return JSON.parse(JSON.stringify(texts));
}

/** The distinct wordings of texts, in the order of their digests. */
export function wordingsOf(texts: readonly string[]): Body[] {
  const bodies = new Map<string, string>();
  for (const text of texts) {
    const { folded, body } = comparable(text);
    const known = bodies.get(folded);
    if (folded !== "" && (known === undefined || isBetterBody(body, known))) bodies.set(folded, body);
  }
  const wordings = Array.from(bodies, ([folded, body]) => ({
    digest: createHash("sha256").update(folded, "utf8").digest("hex"),
    body,
  }));
  return wordings.sort((a, b) => (a.digest < b.digest ? -1 : 1));
}
