/**
 * Puts values into a sentence with `{name}` places. Each value is isolated (U+2068 … U+2069), so a file name or a hash
 * cannot turn the words around it in a right-to-left sentence.
 * @param isolate false for terminals and plain text, which show such signs as boxes.
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>, isolate = true): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return isolate ? `\u2068${value}\u2069` : String(value);
  });
}
