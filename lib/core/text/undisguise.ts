import { findMixedScriptWords } from "#lib/core/text/mixed-scripts";

/** A letter with two marks and more on it that Unicode has no letter for: no language stacks them there ("zalgo"). */
const STACKED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Inherited}{2,}/u;
const MARKS = /[\p{Script=Inherited}--\p{Script_Extensions=Arabic}]/gv;

/** Cyrillic and Greek letters that are drawn like Latin ones, and the other way round (from Unicode's confusables.txt). */
const LOOK_ALIKES = {
  Cyrillic: ["аАеЕоОрРсСуУхХіІјЈѕЅԁԛԝһвВмМнНтТкКгпи", "aAeEoOpPcCyYxXiIjJsSdqwhbBmMhHtTkKrnu"],
  Greek: ["αΑεΕοΟρΡυΥχΧιΙκΚνΝτΤηΗμΜβΒζΖγωσ", "aAeEoOpPuYxXiIkKvNtTnHuMbBzZywo"],
} as const;

const toLatin = new Map<string, string>();
const toCyrillic = new Map<string, string>();
for (const [script, [theirs, latin]] of Object.entries(LOOK_ALIKES)) {
  for (const [i, letter] of [...theirs].entries()) {
    toLatin.set(letter, latin[i] ?? letter);
    const isFirst = !toCyrillic.has(latin[i] ?? "");
    if (script === "Cyrillic" && isFirst) toCyrillic.set(latin[i] ?? "", letter);
  }
}

/**
 * A text as it was meant to be read, where letters were disguised: stacked marks taken away, and in words that mix
 * alphabets the look-alikes read as letters of the alphabet that most of the word is in.
 * @returns null when nothing is disguised.
 */
export function undisguise(text: string): string | null {
  const isStacked = STACKED.test(text.normalize("NFC"));
  const plain = isStacked ? text.normalize("NFD").replace(MARKS, "").normalize("NFC") : text;
  let read = "";
  let at = 0;
  for (const { start, end } of findMixedScriptWords(plain)) {
    read += plain.slice(at, start) + readWord(plain.slice(start, end));
    at = end;
  }
  read += plain.slice(at);
  return read === text ? null : read;
}

function readWord(word: string): string {
  const letters = [...word];
  const cyrillic = letters.filter((letter) => /\p{Script=Cyrillic}/u.test(letter)).length;
  const letterOf = cyrillic * 2 > letters.length ? toCyrillic : toLatin;
  return letters.map((letter) => letterOf.get(letter) ?? letter).join("");
}
