/**
 * The lines of a pasted text, as every system and the Unicode line separators end them.
 * Blank lines stay, so that a line's number is the one the editor sees.
 */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/);
}
