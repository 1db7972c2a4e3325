import { queryToken } from "#lib/adapters/search/meilisearch/shadow-words";
import { literalTokens } from "#lib/adapters/search/meilisearch/symbol-tokens";
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
  const literals = query.literals.map(literalTokens);
  const openLiteral = open === null ? (literals.find((each) => each.open)?.open ?? null) : null;
  const terms = [
    ...query.phrases.map(phraseTerm),
    ...[...new Set(closed)].map((word) => phraseTerm([word])),
    ...literals.flatMap(({ whole }) => whole.map((token) => ({ text: `"${token}"`, weight: token.length / 4 }))),
  ];
  const openTerm = open === null ? openLiteral : queryToken(open);
  const { kept, isCut } = mostTelling(distinct(terms), openTerm === null ? MAX_TERMS : MAX_TERMS - 1);
  const isSure = literals.every((literal) => literal.isEnough) && !isCut;
  const isLong = query.phrases.some((phrase) => phrase.length > SURE_PHRASE_WORDS);
  return {
    q: [...kept, openTerm ?? []].flat().join(" "),
    check: isSure ? (isLong ? "likely" : "nothing") : "surely",
  };
}

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
