/** A text of this length is one passage: its own sketch finds what is near it. */
const ONE_PASSAGE_CHARS = 600;
/** Shorter sentences go with the one before. */
const MIN_CHARS = 60;
/** Looked up at most: some forty thousand characters whole; of longer texts passages taken evenly from all over. */
export const MAX_PASSAGES = 400;
const SENTENCE = /[^.!?؟…\n]+[.!?؟…\n]*/gu;

/**
 * The passages of a long text, as they were written: posts copy a sentence of an article, and a sketch of the whole
 * article is like none of them. None of a text that is short enough to be compared whole.
 */
export function passagesOf(text: string): string[] {
  if (text.length <= ONE_PASSAGE_CHARS) return [];
  const passages: string[] = [];
  for (const [sentence] of text.matchAll(SENTENCE)) {
    const last = passages.at(-1);
    if (last !== undefined && last.length < MIN_CHARS) passages[passages.length - 1] = last + sentence;
    else passages.push(sentence.slice(0, ONE_PASSAGE_CHARS));
  }
  const step = Math.max(1, passages.length / MAX_PASSAGES);
  return passages.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}
