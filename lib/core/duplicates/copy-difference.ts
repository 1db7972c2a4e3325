import { alignWords } from "#lib/core/text/align-words";
import { fold } from "#lib/core/text/fold";

/**
 * A run of a copy laid over the text it is compared with: in both, only in the chosen text (`removed`), only in the copy
 * (`added`), or a part of the copy that folding leaves out (`uncounted`: an address, a mention, an emoji).
 */
export type CopyRun = { kind: "same" | "removed" | "added" | "uncounted"; text: string };

/** A folded word as it was written, with what stands around it; `key` is empty for what folding leaves out. */
type Piece = { text: string; key: string };

/**
 * What differs between a chosen text and a copy of it, word by word as folding sees them (spelling variants, vowel signs
 * and forms of digits are no difference) and drawn on what was really written.
 * Joined without `removed` the runs are the copy, letter for letter.
 */
export function copyDifference(chosen: string, copy: string): CopyRun[] {
  const before = piecesOf(chosen).filter(({ key }) => key !== "");
  const all = piecesOf(copy);
  const after = all.flatMap((piece, place) => (piece.key === "" ? [] : [{ ...piece, place }]));
  const runs: CopyRun[] = [];
  const push = (kind: CopyRun["kind"], text: string) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  };
  let shown = 0;
  const pushUncounted = (until: number) => {
    for (const piece of all.slice(shown, until)) push("uncounted", piece.text);
    shown = Math.max(shown, until + 1);
  };
  const keys = (pieces: readonly Piece[]) => pieces.map(({ key }) => key);
  for (const word of alignWords(keys(before), keys(after))) {
    if (word.kind === "removed") {
      push("removed", apart(before[word.before]?.text ?? "", runs.at(-1)?.text ?? " "));
      continue;
    }
    const piece = after[word.after];
    if (!piece) continue;
    pushUncounted(piece.place);
    push(word.kind, piece.text);
  }
  pushUncounted(all.length);
  return runs;
}

/** The last word of a text has no space behind it; here it may stand before or behind another text's. */
function apart(text: string, previous: string): string {
  return `${/\s$/u.test(previous) ? "" : " "}${text}${/\s$/u.test(text) ? "" : " "}`;
}

/** A text cut at its folded words; joined, the pieces are the text. */
function piecesOf(text: string): Piece[] {
  const { folded, map } = fold(text);
  const pieces: Piece[] = [];
  let at = 0;
  let lastStart = -1;
  let isTag = false;
  for (const match of folded.matchAll(/[^ ]+/g)) {
    const start = map[match.index] ?? 0;
    const end = map[match.index + match[0].length] ?? text.length;
    const last = pieces.at(-1);
    // Several words out of one character (`ﷺ`), or of one hashtag: they are one.
    const isJoined = start === lastStart || (isTag && !/\s/u.test(text.slice(at, start)));
    if (isJoined && last) {
      last.key += ` ${match[0]}`;
      last.text += text.slice(at, end);
    } else {
      const opening = putGap(pieces, text.slice(at, start));
      pieces.push({ text: opening + text.slice(start, end), key: match[0] });
      isTag = /[#＃]$/u.test(opening);
    }
    lastStart = start;
    at = end;
  }
  const rest = text.slice(at);
  const last = pieces.at(-1);
  const [closing = ""] = last ? (/^\S*\s*/u.exec(rest) ?? []) : [];
  if (last) last.text += closing;
  if (rest.length > closing.length) pieces.push({ text: rest.slice(closing.length), key: "" });
  return pieces;
}

/**
 * What stands between two words: the beginning closes the word before (`»، `), the end opens the next (`«`, `#`), and
 * what stands by itself between them is a piece that does not count.
 * @returns what opens the next word.
 */
function putGap(pieces: Piece[], gap: string): string {
  const last = pieces.at(-1);
  if (!/\s/u.test(gap)) {
    if (!last) return gap;
    last.text += gap;
    return "";
  }
  const [closing = ""] = /^\S*\s+/u.exec(gap) ?? [];
  let end = gap.length;
  while (end > closing.length && !/\s/u.test(gap.charAt(end - 1))) end--;
  const [middle, opening] = [gap.slice(closing.length, end), gap.slice(end)];
  if (last) last.text += closing;
  const alone = last ? middle : closing + middle;
  if (alone.trim() === "") {
    if (last) last.text += alone;
    return last ? opening : alone + opening;
  }
  pieces.push({ text: alone, key: "" });
  return opening;
}
