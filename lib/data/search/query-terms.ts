import type { ParsedQuery } from "#lib/core/search/parse-query";
import { FACET_FIELDS, type SearchFilters } from "#lib/core/search/search-index";
import { wordForms } from "#lib/core/search/word-forms";
import { addressMarks, COPIED, cutWord, emojiMarks, markOf, quoteLexeme } from "#lib/data/search/lexemes";

/** A document must have one of these lexemes, or one that begins like one of these. */
export type Term = { whole: string[]; beginnings: string[] };

/** A query as terms that the index knows, joined with "and", and word runs that it can only propose. */
export type QueryTerms = { words: Term[]; phrases: Term[][]; filters: Term[] };

export function termsOf(query: ParsedQuery, filters: SearchFilters): QueryTerms {
  const isLast = (i: number) => query.isLastWordOpen && i === query.words.length - 1;
  // An address may go on where the literal ends.
  const addresses = query.literals.flatMap(addressMarks).map((mark) => ({ whole: [], beginnings: [mark] }));
  const emoji = [...new Set(query.literals.flatMap(emojiMarks))].map((mark) => closed([mark]));
  const marks = FACET_FIELDS.flatMap((field) => {
    const values = filters[field];
    return values?.length ? [closed(values.map((value) => markOf(field, value)))] : [];
  });
  return {
    words: query.words.map((word, i) => (isLast(i) ? { whole: [], beginnings: formsOf(word) } : closed(formsOf(word)))),
    phrases: query.phrases.map((phrase) => phrase.map((word) => closed(formsOf(word)))),
    filters: [...marks, ...emoji, ...addresses, ...(filters.hasCopies ? [closed([COPIED])] : [])],
  };
}

/** Terms in the text form of a tsquery, joined with "and"; null when there are none. */
export function tsQueryOf(terms: readonly Term[]): string | null {
  return terms.map(tsTerm).join(" & ") || null;
}

/** Words that stand one after the other, in the text form of a tsquery. */
export function tsPhraseOf(phrase: readonly Term[]): string {
  return `(${phrase.map(tsTerm).join(" <-> ")})`;
}

/** A term without beginnings. */
export const closed = (whole: string[]): Term => ({ whole, beginnings: [] });

const formsOf = (word: string) => wordForms(cutWord(word));
const tsTerm = ({ whole, beginnings }: Term) =>
  `(${[...whole.map(quoteLexeme), ...beginnings.map((beginning) => `${quoteLexeme(beginning)}:*`)].join(" | ")})`;
