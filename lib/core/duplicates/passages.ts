import { bodyOf } from "#lib/core/duplicates/body";
import { LikenessProbe } from "#lib/core/duplicates/likeness";

/** A text of this length is one passage: its own sketch finds what is near it. */
const ONE_PASSAGE_CHARS = 600;
/** Shorter sentences go with the one before. */
const MIN_CHARS = 60;
/** Looked up at most: some forty thousand characters whole; of longer texts passages taken evenly from all over. */
export const MAX_PASSAGES = 400;
/** Texts up to this length are laid over one another whole. */
const LONG_CHARS = 2_000;
const SENTENCE = /[^.!?؟…\n]+[.!?؟…\n]*/gu;

type Passage = { start: number; text: string };

/**
 * The passages of a long text, as they were written: posts copy a sentence of an article, and a sketch of the whole
 * article is like none of them. None of a text that is short enough to be compared whole.
 */
export function passagesOf(text: string): string[] {
  if (text.length <= ONE_PASSAGE_CHARS) return [];
  const passages = splitPassages(text);
  const step = Math.max(1, passages.length / MAX_PASSAGES);
  return passages.flatMap((passage, i) =>
    Math.floor(i / step) === Math.floor((i - 1) / step) ? [] : [passage.text.slice(0, ONE_PASSAGE_CHARS)],
  );
}

/**
 * Finds where a long text is most like shorter ones, with as much around it as the shorter one is long. It gives the text
 * itself when that is no long one, or not the longer of the two.
 */
export function passageFinder(text: string): (shorter: string) => string {
  if (text.length <= LONG_CHARS) return () => text;
  const passages = splitPassages(text).map((passage) => ({ ...passage, body: bodyOf(passage.text) }));
  const probe = new LikenessProbe();
  return (shorter) => {
    if (text.length <= shorter.length) return text;
    probe.loadText(bodyOf(shorter));
    let best = { overlap: -1, start: 0, end: 0 };
    for (const { start, text: passage, body } of passages) {
      const overlap = probe.overlapText(body).both;
      if (overlap > best.overlap) best = { overlap, start, end: start + passage.length };
    }
    return surroundings(text, best, Math.max(shorter.length, ONE_PASSAGE_CHARS / 2));
  };
}

/** A part of a text with so many characters on each side, cut between words. */
function surroundings(text: string, part: { start: number; end: number }, around: number): string {
  const [from, to] = [Math.max(0, part.start - around), Math.min(text.length, part.end + around)];
  return text.slice(from === 0 ? 0 : nextWord(text, from), to === text.length ? to : lastWord(text, to));
}

function splitPassages(text: string): Passage[] {
  const passages: Passage[] = [];
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    const last = passages.at(-1);
    if (last && last.text.length < MIN_CHARS) last.text = text.slice(last.start, index + sentence.length);
    else passages.push({ start: index, text: sentence });
  }
  return passages;
}

/** Looked at for a space, to cut between words. */
const SLACK_CHARS = 60;

function nextWord(text: string, from: number): number {
  const space = text.slice(from, from + SLACK_CHARS).search(/\s/u);
  return space < 0 ? from : from + space + 1;
}

function lastWord(text: string, to: number): number {
  for (let i = to; i > to - SLACK_CHARS; i--) if (/\s/u.test(text.charAt(i))) return i;
  return to;
}
