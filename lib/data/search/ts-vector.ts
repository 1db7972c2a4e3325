import { wordForms } from "#lib/core/search/word-forms";
import { cutWord, quoteLexeme } from "#lib/data/search/lexemes";

/**
 * PostgreSQL's limits: positions, positions of one lexeme, bytes of a whole tsvector. After the last position counting
 * begins anew, so that words stay neighbours; of a word that stands more often, runs are found in its first places only.
 */
const MAX_POSITION = 16_383;
const MAX_POSITIONS_OF_A_WORD = 250;
const MAX_VECTOR_CHARS = 240_000;

/** Folded texts by weight, heaviest first, and marks without a place. */
export type VectorParts = { title: string; text: string; names: string; marks: readonly string[] };

/**
 * A tsvector in its text form, made here and not by PostgreSQL's parser: the words are folded already, and every form
 * of a word stands at the same position, so that phrases hold for all of them.
 */
export function tsVectorOf({ title, text, names, marks }: VectorParts): string {
  const positions = new Map<string, string[]>();
  let position = 1;
  let size = 0;
  const add = (folded: string, weight: string) => {
    for (const word of folded.split(" ")) {
      if (!word) continue;
      if (size > MAX_VECTOR_CHARS) return;
      const place = `${((position - 1) % MAX_POSITION) + 1}${weight}`;
      for (const form of wordForms(cutWord(word))) {
        const at = positions.get(form) ?? [];
        if (at.length === 0) size += form.length * 2;
        if (at.length < MAX_POSITIONS_OF_A_WORD) at.push(place);
        positions.set(form, at);
      }
      position++;
    }
    // No phrase runs from the title into the text.
    position += 10;
  };
  add(title, "A");
  add(names, "B");
  add(text, "");
  const words = [...positions].map(([word, at]) => `${quoteLexeme(word)}:${at.join(",")}`);
  return [...words, ...new Set(marks.map(quoteLexeme))].join(" ");
}
