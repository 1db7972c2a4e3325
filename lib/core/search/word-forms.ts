import { undisguise } from "#lib/core/text/undisguise";

/** و and ف, then ب or ك, before the article, alone or together; ل swallows the article's alef. */
const ARTICLE = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=\p{Script=Arabic}{3,}$)/u;
const ARABIC = /[\u0600-\u06ff]/;
/** Letters of one alphabet: nothing in it can be disguised. */
const PLAIN = /^(?:[\p{ASCII}\p{N}]*|[\p{Script=Cyrillic}\p{N}]*)$/u;
/** A vowel letter drawn out («مبرووك»); folding keeps two of them. */
const DRAWN_OUT = /([اوي])\1/gu;

/**
 * The forms under which one folded word is found: as it is, then with drawn-out vowels short, then without the Arabic
 * article and what clings to it, as often as there is one («الالمان», «المان»). So «مقاطعة» finds «المقاطعة»,
 * «بالمقاطعة», «للمقاطعة», and each of them finds «مقاطعة». A word that only looks like that («الله», «داوود») keeps its
 * own form too, so nothing is lost. A word with look-alike letters of another alphabet is found as it is meant to be read.
 * Two words share a form exactly when they share the last one.
 */
export function wordForms(word: string): string[] {
  if (!ARABIC.test(word)) return PLAIN.test(word) ? [word] : [...new Set([word, undisguise(word) ?? word])];
  const forms = [word];
  let form = word.replace(DRAWN_OUT, "$1");
  for (;;) {
    if (form !== forms.at(-1)) forms.push(form);
    const bare = form.replace(ARTICLE, "");
    if (bare === form) return forms;
    form = bare;
  }
}

/** The form that all words have in common that find each other: for engines that look up one form, not any of several. */
export function wordKey(word: string): string {
  return wordForms(word).at(-1) ?? word;
}
