const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/gu;

/** The emoji in a text, each once, joined ones in their parts: what folding drops and people search for all the same. */
export function findEmoji(text: string): string[] {
  return [...new Set(text.match(EMOJI) ?? [])];
}
