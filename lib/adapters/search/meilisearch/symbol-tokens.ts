import { foldText } from "#lib/core/text/fold";

/** Letters and digits are words; spaces are nothing. Everything else is a sign. */
const SIGN = /[^\p{L}\p{N}\s]/gu;
const RUN = /[\p{L}\p{N}]+/gu;
/** What makes an address of something without spaces. */
const ADDRESS = /:\/\/|www\.|\p{L}\//iu;
/** Meilisearch leaves out tokens of more than 255 bytes. */
const MAX_RUN_CHARS = 60;

/**
 * Tokens for what folding leaves out: one for each different sign or emoji (by code point), one for each run of letters
 * and digits in an address. Whatever holds a literal has its tokens; whether the reverse is true is seen in the text.
 */
export function symbolTokens(texts: readonly string[]): string[] {
  const tokens = new Set<string>();
  for (const text of texts) {
    for (const sign of signsOf(text)) tokens.add(sign);
    for (const piece of text.split(/\s+/u)) {
      if (ADDRESS.test(piece)) for (const [run] of piece.matchAll(RUN)) tokens.add(runToken(run));
    }
  }
  return [...tokens];
}

export type LiteralTokens = {
  /** Whole tokens, the most telling first. */
  whole: string[];
  /** The beginning of a token: a literal may end within a run. */
  open: string | null;
  /** Whoever has the tokens has the literal. */
  isEnough: boolean;
};

/** What every text has among its tokens that contains this literal. */
export function literalTokens(literal: string): LiteralTokens {
  const signs = [...new Set(signsOf(literal))].sort().reverse();
  // Letters that fold to words are looked for as words.
  const runs = foldText(literal) === "" ? [...literal.matchAll(RUN)] : [];
  const endsAt = (run: RegExpExecArray) => run.index + run[0].length;
  const inner = runs.filter((run) => run.index > 0 && endsAt(run) < literal.length).map(([run]) => runToken(run));
  const last = runs.at(-1);
  const isOpen = last !== undefined && last.index > 0 && endsAt(last) === literal.length;
  return {
    whole: [...new Set([...inner.sort((a, b) => b.length - a.length), ...signs])],
    open: isOpen ? runToken(last[0]) : null,
    isEnough: runs.length === 0 && signs.length === 1 && [...literal].length === 1,
  };
}

function signsOf(text: string): string[] {
  return Array.from(text.matchAll(SIGN), ([sign]) => `sign${sign.codePointAt(0)?.toString(16)}`);
}

const runToken = (run: string) => run.slice(0, MAX_RUN_CHARS).toWellFormed().toLowerCase();
