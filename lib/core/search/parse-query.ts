import { foldText } from "#lib/core/text/fold";

/** A query, understood. */
export type ParsedQuery = {
  /** Folded words that must all be there, in any order; the last may be the beginning of a word. */
  words: string[];
  isLastWordOpen: boolean;
  /** Runs of folded words that must stand together. */
  phrases: string[][];
  /**
   * Pieces that must be there letter for letter: all of them under *exact spelling*; otherwise only when nothing is
   * left after folding (an address, an emoji).
   */
  literals: string[];
};

const MAX_QUERY_CHARS = 2_000;
/** More words say nothing more and cost time. */
export const MAX_WORDS = 32;
const QUOTED = /["“”«»„‟]([^"“”«»„‟]*)["“”«»„‟]/gu;

/** Reads what was typed into the search box. Never throws; a quote that is not closed is a mark like any other. */
export function parseQuery(q: string, exactSpelling = false): ParsedQuery {
  const typed = q.slice(0, MAX_QUERY_CHARS).toWellFormed().replaceAll("\0", " ");
  const quoted: string[] = [];
  const rest = typed.replace(QUOTED, (_, inside: string) => {
    quoted.push(inside.trim());
    return " ";
  });
  const phrases = quoted.map(foldedWords).filter((words) => words.length > 0);
  const words = foldedWords(rest);
  const pieces = [...quoted, ...rest.split(/\s+/u)].filter(Boolean).slice(0, MAX_WORDS);
  const isUnfoldable = words.length === 0 && phrases.length === 0;
  return {
    words,
    isLastWordOpen: words.length > 0 && !/[\s"“”«»„‟]$/u.test(typed),
    phrases,
    literals: exactSpelling || isUnfoldable ? pieces : [],
  };
}

/** Whether there is nothing to look for, so that everything is listed. */
export function isEmptyQuery(query: ParsedQuery): boolean {
  return query.words.length === 0 && query.phrases.length === 0 && query.literals.length === 0;
}

/** A name typed as `@name` is looked for, though folding drops mentions from texts. */
function foldedWords(text: string): string[] {
  return foldText(text.replaceAll(/(?<=^|\s)[@＠]/gu, ""))
    .split(" ")
    .filter(Boolean)
    .slice(0, MAX_WORDS);
}
