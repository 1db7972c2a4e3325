import { isBeforeName, isNegation, isNumber, isPlace } from "#lib/core/duplicates/telling-words";
import { foldText } from "#lib/core/text/fold";
import { undisguise } from "#lib/core/text/undisguise";
import { wordDifference } from "#lib/core/text/word-difference";

/** A change that may turn what a text claims into something else. Empty: that side has nothing in this place. */
export type LoudDifference = { kind: "number" | "name" | "negation"; before: string; after: string };

/** `isOpener`: its capital letter may be the sentence's. */
type Word = { written: string; folded: string; isName: boolean; isOpener: boolean };

/** Longer texts are compared by their beginnings: somebody is waiting. */
const MAX_CHARS = 4_000;

/** Capitals at the start of a sentence that are nobody's name. */
const OPENERS = new Set(
  `the a an this that these those it he she they we i you in on at for from to of and but or if when while how what why who
  where there here is are was were be has have had do does did will would can could may might must just now new breaking more
  most many some all after before as with by about so then today yesterday please see read watch look rt via no not yes`.split(
    /\s+/u,
  ),
);

/**
 * Numbers, names and negations that differ between two texts, in their order. Words that only fold differently, addresses
 * and the hashtags at the end do not count. Names are told by a capital inside a sentence, or by one at its start that takes
 * another's place; by an at-sign, a title or a word like «بن» before them, a hashtag inside the sentence, or as names of
 * countries. Others are not noticed.
 */
export function loudDifferences(before: string, after: string): LoudDifference[] {
  // As it is meant to be read: letters of another alphabet are said elsewhere.
  const [a, b] = [before, after].map((text) => readWords(undisguise(text.slice(0, MAX_CHARS)) ?? text)) as [
    Word[],
    Word[],
  ];
  const found: LoudDifference[] = [];
  let removed: Word[] = [];
  let added: Word[] = [];
  const settle = () => {
    nameOpeners(removed, added);
    for (const kind of ["number", "name", "negation"] as const) {
      const [left, right] = [ofKind(removed, kind), ofKind(added, kind)];
      if (left.length + right.length === 0 || sameWords(left, right)) continue;
      found.push({ kind, before: joined(left), after: joined(right) });
    }
    removed = [];
    added = [];
  };
  let [i, j] = [0, 0];
  for (const { kind, text } of wordDifference(lines(a), lines(b))) {
    const count = text.split("\n").length - 1;
    if (kind === "removed") removed.push(...a.slice(i, i + count));
    else if (kind === "added") added.push(...b.slice(j, j + count));
    else settle();
    if (kind !== "added") i += count;
    if (kind !== "removed") j += count;
  }
  settle();
  return found;
}

/** One word a line, so that the difference counts words and not what stands between them. */
const lines = (words: readonly Word[]): string => words.map(({ folded }) => `${folded}\n`).join("");

function readWords(text: string): Word[] {
  const words: Word[] = [];
  let isSentenceStart = true;
  let isNameNext = false;
  for (const { token, isTag } of tokensOf(text)) {
    const isMention = /^[@＠]/u.test(token);
    const folded = foldText(isMention ? token.slice(1) : token.replace(APOSTROPHE, ""));
    const written = trimmed(token);
    const hasCapital = /^[^\p{L}]*\p{Lu}/u.test(token);
    const isTagged = isTag && !isSentenceStart;
    for (const part of folded === "" ? [] : folded.split(" ")) {
      const isName = isMention || isTagged || (hasCapital && !isSentenceStart) || isNameNext || isPlace(part);
      const known = isMention ? `@${part}` : part + signOf(part, written);
      words.push({ written, folded: known, isName, isOpener: hasCapital && isSentenceStart });
    }
    const last = words.at(-1);
    // `5 %` is `5%`.
    if (last && /^[%٪]$/u.test(token)) last.folded += "%";
    isNameNext = isBeforeName(folded);
    isSentenceStart = /[.!?؟…:]["”»)]*$/u.test(token) || (isSentenceStart && (folded === "" || isTag));
  }
  return words;
}

/** Between letters it is left out: `didn't` is one word. */
const APOSTROPHE = /(?<=\p{L})['’ʼ‘`](?=\p{L})/gu;

/**
 * What stands between white space. The hashtags that a text ends in are not part of what it says, nor is whom it is passed
 * on from or sent to: the handles that it begins with.
 */
function tokensOf(text: string): { token: string; isTag: boolean }[] {
  const all = (text.slice(0, MAX_CHARS).toWellFormed().match(/\S+/gu) ?? []).map((token) => ({
    token,
    isTag: /^[#＃]/u.test(token),
  }));
  const isEmpty = (token: string) => foldText(token) === "";
  const end = all.findLastIndex(({ token, isTag }) => !isTag && !isEmpty(token)) + 1;
  const isAddress = (token: string) => /^(?:RT|via)$/iu.test(token) || /^[.]?[@＠]/u.test(token);
  const start = all.findIndex(({ token }) => !isAddress(token));
  const hasHandle = all.slice(0, Math.max(start, 0)).some(({ token }) => /[@＠]/u.test(token));
  return all.slice(hasHandle ? start : 0, end);
}

/** Folding leaves out what changes a number as much as a digit does: its sign, its currency, that it is a share. */
function signOf(part: string, written: string): string {
  if (!/\p{N}/u.test(part)) return "";
  const signs = written.match(/^[-−](?=\p{N})|[%٪]|\p{Sc}/gu) ?? [];
  return signs.map((sign) => (sign === "٪" ? "%" : sign === "−" ? "-" : sign)).join("");
}

const trimmed = (token: string): string => token.replace(/^[^\p{L}\p{N}\p{Sc}@#−-]+|[^\p{L}\p{N}%٪\p{Sc}]+$/gu, "");

/** `Trump said` for `Biden said`: two sentences that begin with other capitals, and not with words that begin any. */
function nameOpeners(removed: readonly Word[], added: readonly Word[]): void {
  const [before, after] = [removed.find(isOpeningName), added.find(isOpeningName)];
  if (before && after) for (const word of [before, after]) word.isName = true;
}

const isOpeningName = ({ isOpener, folded }: Word): boolean => isOpener && !OPENERS.has(folded);

function ofKind(words: readonly Word[], kind: LoudDifference["kind"]): Word[] {
  return words.filter((word) => kindOf(word) === kind);
}

function kindOf({ folded, isName }: Word): LoudDifference["kind"] | null {
  if (folded.startsWith("@")) return "name";
  if (isNumber(folded)) return "number";
  if (isNegation(folded)) return "negation";
  return isName ? "name" : null;
}

const sameWords = (a: readonly Word[], b: readonly Word[]): boolean =>
  a.length === b.length && a.every(({ folded }, i) => folded === b[i]?.folded);

/** `3,500` folds to two words of one token; it is said once. */
const joined = (words: readonly Word[]): string =>
  words
    .map(({ written }) => written)
    .filter((written, i, all) => written !== all[i - 1])
    .join(" ");
