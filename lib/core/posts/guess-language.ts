/** Letters that Arabic itself does not have: Persian, Kurdish, Urdu, Pashto, Uyghur. */
const OTHER_ARABIC_SCRIPT =
  /[\u0679-\u067b\u067e\u0686-\u0688\u0691\u0695\u0698\u06a9\u06af\u06b5\u06ba\u06be\u06c1\u06c6\u06cc\u06ce\u06d2\u06d5]/gu;

/**
 * The language a text is written in as far as its script tells: `ar`, or null. Latin letters tell nothing.
 * @returns a BCP 47 tag, or null.
 */
export function guessLanguage(text: string): string | null {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0 || arabic / letters < 0.5) return null;
  // A Persian keyboard types Arabic with a few foreign letters; a Persian text is full of them.
  const foreign = text.match(OTHER_ARABIC_SCRIPT)?.length ?? 0;
  return foreign / arabic > 0.03 ? null : "ar";
}
