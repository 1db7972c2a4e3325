import { queryToken } from "#lib/adapters/search/meilisearch/shadow-words";
import { findEmoji } from "#lib/core/search/emoji";
import type { ParsedQuery } from "#lib/core/search/parse-query";

/** Meilisearch looks at ten terms of a query and forgets the others without a word; a quoted phrase is one. */
const MAX_TERMS = 10;
/** Two words stand together in Meilisearch when they do in the text; of three or more it can be mistaken. */
const SURE_PHRASE_WORDS = 2;

export type QueryPlan = {
  /** What Meilisearch is asked. */
  q: string;
  /**
   * `nothing`: what it finds is what was asked for. `likely`: it finds all, and very rarely something else, because a
   * phrase is long. `surely`: more has to be looked at in the texts, because there are too many words, or a spelling to keep.
   */
  check: "nothing" | "likely" | "surely";
};

type Term = { text: string /** More is rarer, as far as one can tell without looking. */; weight: number };

/** Only what somebody typed of the last word, the rest in quotes: quoted words are met as they are. */
export function planStrict(query: ParsedQuery): QueryPlan {
  const open = query.isLastWordOpen ? (query.words.at(-1) ?? null) : null;
  const closed = query.isLastWordOpen ? query.words.slice(0, -1) : query.words;
  const terms = [...query.phrases, ...closed.map((word) => [word])].map(phraseTerm);
  const { kept, isCut } = mostTelling(distinct(terms), open === null ? MAX_TERMS : MAX_TERMS - 1);
  const isSure = query.literals.every(isOneEmoji) && !isCut;
  const isLong = query.phrases.some((phrase) => phrase.length > SURE_PHRASE_WORDS);
  return {
    q: [...kept, ...(open === null ? [] : [queryToken(open)])].join(" "),
    check: isSure ? (isLong ? "likely" : "nothing") : "surely",
  };
}

/** Whoever has it among its emoji has it in its text; of joined ones it may have the parts. */
const isOneEmoji = (literal: string) => findEmoji(literal)[0] === literal;

/** The same words, forgiving slips of the finger; phrases stay as they are. What is found is looked at all the same. */
export function planNear(query: ParsedQuery): QueryPlan {
  const words = [...new Set(query.words)].map((word) => ({ text: queryToken(word), weight: word.length }));
  const { kept } = mostTelling(distinct([...query.phrases.map(phraseTerm), ...words]), MAX_TERMS);
  // A word that is followed by something is no beginning.
  return { q: kept.join(" ") + (query.isLastWordOpen ? "" : " ."), check: "surely" };
}

function phraseTerm(words: readonly string[]): Term {
  const tokens = words.map(queryToken);
  return { text: `"${tokens.join(" ")}"`, weight: tokens.join("").length };
}

const distinct = (terms: readonly Term[]) => [...new Map(terms.map((term) => [term.text, term])).values()];

/** So many terms, long ones first, in the order in which they came. */
function mostTelling(terms: readonly Term[], limit: number): { kept: string[]; isCut: boolean } {
  const isCut = terms.length > limit;
  const wanted = new Set([...terms].sort((a, b) => b.weight - a.weight).slice(0, limit));
  return { kept: terms.filter((term) => wanted.has(term)).map((term) => term.text), isCut };
}
