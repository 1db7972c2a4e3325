import { foldText } from "#lib/core/text/fold";

/** Letters and digits are words; spaces are nothing. Everything else is a sign. */
const SIGN = /[^\p{L}\p{N}\s]/gu;
const RUN = /[\p{L}\p{N}]+/gu;
const PIECE = /\S+/gu;
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
    for (const { run } of runsOf(text)) tokens.add(runToken(run));
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
  const runs = foldText(literal) === "" ? runsOf(literal) : [];
  const inner = runs.filter(({ start, end }) => start > 0 && end < literal.length).map(({ run }) => runToken(run));
  const open = runs.find(({ start, end }) => start > 0 && end === literal.length);
  return {
    whole: [...new Set([...inner.sort((a, b) => b.length - a.length), ...signs])],
    open: open ? runToken(open.run) : null,
    isEnough: runs.length === 0 && signs.length === 1 && [...literal].length === 1,
  };
}

function signsOf(text: string): string[] {
  return Array.from(text.matchAll(SIGN), ([sign]) => `sign${sign.codePointAt(0)?.toString(16)}`);
}

/** The letters and digits of addresses, with their places. */
function runsOf(text: string): { run: string; start: number; end: number }[] {
  return Array.from(text.matchAll(PIECE))
    .filter(([piece]) => ADDRESS.test(piece))
    .flatMap(({ 0: piece, index: at }) =>
      Array.from(piece.matchAll(RUN), ({ 0: run, index }) => ({
        run,
        start: at + index,
        end: at + index + run.length,
      })),
    );
}

const runToken = (run: string) => run.slice(0, MAX_RUN_CHARS).toWellFormed().toLowerCase();
