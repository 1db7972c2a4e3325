import type { ParsedQuery } from "#lib/core/search/parse-query";
import { wordForms } from "#lib/core/search/word-forms";

/** PostgreSQL's limits: positions, positions of one lexeme, bytes of one lexeme and of a whole tsvector. */
const MAX_POSITION = 16_383;
const MAX_POSITIONS_OF_A_WORD = 250;
const MAX_LEXEME_CHARS = 200;
const MAX_VECTOR_CHARS = 240_000;

/** Folded texts by weight, heaviest first. */
export type WeightedTexts = { title: string; text: string; names: string };

/**
 * A tsvector in its text form, made here and not by PostgreSQL's parser: the words are folded already, and every form
 * of a word stands at the same position, so that phrases hold for all of them.
 */
export function tsVectorOf({ title, text, names }: WeightedTexts): string {
  const positions = new Map<string, string[]>();
  let position = 1;
  let size = 0;
  const add = (folded: string, weight: string) => {
    for (const word of folded.split(" ")) {
      if (!word) continue;
      if (position > MAX_POSITION || size > MAX_VECTOR_CHARS) return;
      for (const form of wordForms(cut(word))) {
        const at = positions.get(form) ?? [];
        if (at.length === 0) size += form.length * 2;
        if (at.length < MAX_POSITIONS_OF_A_WORD) at.push(`${position}${weight}`);
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
  return [...positions].map(([word, at]) => `${quote(word)}:${at.join(",")}`).join(" ");
}

/** The tsquery of a parsed query in its text form; null when there are no words to look for. */
export function tsQueryOf(query: ParsedQuery): string | null {
  const words = query.words.map((word, i) => anyForm(word, query.isLastWordOpen && i === query.words.length - 1));
  return [...words, ...query.phrases.map(phraseOf)].join(" & ") || null;
}

/** One word in any of its forms, in the text form of a tsquery. */
export function anyForm(word: string, isOpen: boolean): string {
  const forms = wordForms(cut(word)).map((form) => quote(form) + (isOpen ? ":*" : ""));
  return `(${forms.join(" | ")})`;
}

/** Words that stand one after the other. */
export function phraseOf(words: readonly string[]): string {
  return `(${words.map((word) => anyForm(word, false)).join(" <-> ")})`;
}

/** Longer lexemes are an error in PostgreSQL; both sides are cut alike. */
function cut(word: string): string {
  return word.slice(0, MAX_LEXEME_CHARS).toWellFormed();
}

/** Folded words hold letters and digits only; quoting keeps that from being a matter of trust. */
function quote(word: string): string {
  return `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
