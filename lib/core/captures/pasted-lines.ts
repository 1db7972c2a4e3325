/** A link, a bare host with or without a path, a hashtag or an @name, as people paste them. */
const SOURCE_LIKE = /^(?:https?:\/\/\S+|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#]\S*)?|[#＃][\p{L}\p{M}\p{N}_]+|@\w+)$/iu;

/**
 * What was pasted, one source per line, when all of it looks like sources; otherwise nothing.
 * A guess for offering the right next step: whether a line really is a source is decided where it is submitted.
 */
export function pastedLines(text: string): string[] {
  const words = text.split(/\s+/u).filter(Boolean);
  return words.every((word) => SOURCE_LIKE.test(word)) ? words : [];
}
