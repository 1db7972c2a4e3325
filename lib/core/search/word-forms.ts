/** و and ف, then ب or ك, before the article, alone or together; ل swallows the article's alef. */
const ARTICLE = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=\p{Script=Arabic}{3,}$)/u;
/** A vowel letter drawn out («مبرووك»); folding keeps two of them. */
const DRAWN_OUT = /([اوي])\1/gu;

/**
 * The forms under which one folded word is found: as it is, without the Arabic article and what clings to it, and with
 * drawn-out vowels short. So «مقاطعة» finds «المقاطعة», «بالمقاطعة», «للمقاطعة», and each of them finds «مقاطعة».
 * A word that only looks like that («الله», «داوود») keeps its own form too, so nothing is lost.
 */
export function wordForms(word: string): string[] {
  const bare = word.replace(ARTICLE, "");
  return [...new Set([word, bare, word.replace(DRAWN_OUT, "$1"), bare.replace(DRAWN_OUT, "$1")])];
}
