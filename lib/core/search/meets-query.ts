import { namesOf } from "#lib/core/search/names";
import { isNearWord } from "#lib/core/search/near-words";
import type { ParsedQuery } from "#lib/core/search/parse-query";
import { wordForms, wordKey } from "#lib/core/search/word-forms";
import { foldText } from "#lib/core/text/fold";

/** What a query is compared with. */
export type QueriedTexts = {
  title: string | null;
  text: string;
  account: string | null;
  accountName: string | null;
  url: string;
};

/**
 * Whether a document meets a query word for word: every word in title, names or text, the last one perhaps only begun;
 * every phrase within one of them; every literal letter for letter in title, names, text or address. What an index should answer
 * by itself, for engines that cannot answer all of it.
 * @param isForgiving words one slip away count too.
 */
export function meetsQuery(texts: QueriedTexts, query: ParsedQuery, isForgiving = false): boolean {
  if (!query.literals.every((literal) => hasLiteral(texts, literal))) return false;
  if (query.words.length === 0 && query.phrases.length === 0) return true;
  const fields = [foldText(texts.title ?? ""), namesOf(texts), foldText(texts.text)].map((folded) =>
    folded.split(" ").filter(Boolean),
  );
  const keys = fields.map((words) => words.map(wordKey));
  return (
    query.phrases.every((phrase) => keys.some((field) => hasRun(field, phrase.map(wordKey)))) &&
    hasWords([...new Set(fields.flat())], new Set(keys.flat()), query, isForgiving)
  );
}

function hasLiteral({ title, text, url, account, accountName }: QueriedTexts, literal: string): boolean {
  return [text, url, title ?? "", accountName ?? "", `@${account ?? ""}`].some((field) => field.includes(literal));
}

function hasWords(
  words: readonly string[],
  keys: ReadonlySet<string>,
  query: ParsedQuery,
  isForgiving: boolean,
): boolean {
  const open = query.isLastWordOpen ? query.words.length - 1 : -1;
  return query.words.every((word, i) => {
    const key = wordKey(word);
    if (keys.has(key)) return true;
    const forms = wordForms(word);
    return words.some((each) =>
      wordForms(each).some(
        (form) =>
          (i === open && form.startsWith(key)) || (isForgiving && forms.some((wanted) => isNearWord(wanted, form))),
      ),
    );
  });
}

function hasRun(words: readonly string[], run: readonly string[]): boolean {
  for (let at = words.indexOf(run[0] ?? ""); at >= 0; at = words.indexOf(run[0] ?? "", at + 1)) {
    if (run.every((word, i) => words[at + i] === word)) return true;
  }
  return run.length === 0;
}
