import type { ParsedQuery } from "#lib/core/search/parse-query";
import { wordForms } from "#lib/core/search/word-forms";
import { cutWord } from "#lib/data/search/lexemes";
import type { Term } from "#lib/data/search/query-terms";
import type { Ask } from "#lib/data/search/search-pool";
import { findNearWords } from "#lib/data/search/search-words";

/**
 * The words of a query with words of the archive that are a slip of the finger away, in any of its forms.
 * @returns null when no word has any: then there is nothing more to find.
 */
export async function nearTerms(ask: Ask, { words, isLastWordOpen }: ParsedQuery): Promise<Term[] | null> {
  const terms: Term[] = [];
  let isAnyNear = false;
  for (const [i, word] of words.entries()) {
    const forms = wordForms(cutWord(word));
    const near = new Set<string>();
    for (const form of forms) for (const each of await findNearWords(ask, form)) near.add(each.word);
    for (const form of forms) near.delete(form);
    isAnyNear ||= near.size > 0;
    const isOpen = isLastWordOpen && i === words.length - 1;
    terms.push({ whole: [...forms, ...near], beginnings: isOpen ? forms : [] });
  }
  return isAnyNear ? terms : null;
}
