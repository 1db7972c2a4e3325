/**
 * One spelling for what looks the same, to compare a site's own sentences with: no marks of direction or zero-width
 * characters, straight apostrophes, one space, small letters; Arabic without vowel signs and tatweel, with one alef,
 * one yeh, heh for teh marbuta, a comma for its comma.
 */
export function foldWords(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\p{Cf}\u064b-\u065f\u0670\u0640]/gu, "")
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/[ىی]/g, "ي")
    .replace(/ک/g, "ك")
    .replace(/ة/g, "ه")
    .replace(/ؤ/g, "و")
    .replace(/،/g, ",")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}
