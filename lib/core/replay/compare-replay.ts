/** What a check of a replay found, as the replay_check table keeps it. */
export type ReplayResult = "replays" | "replays_partly" | "does_not_replay";

/** At most this many pieces of text are looked for. */
const MAX_PIECES = 12;
const MIN_LETTERS = 8;
const SHOWN_LETTERS = 80;

/** Letters only: how a page breaks its lines is not what is asked. */
const squeeze = (text: string) => text.normalize("NFKC").replaceAll(/[\s\p{Cf}]+/gu, "");

/**
 * Pieces of a capture's text that its replay must show: its lines, spread over the whole of it.
 * @param texts main text, texts of posts, title: whatever the capture shows.
 */
export function expectedPieces(texts: readonly string[]): string[] {
  const lines = texts.flatMap((text) => text.split(/\n+/)).map((line) => line.trim());
  const pieces = [...new Set(lines.filter((line) => squeeze(line).length >= MIN_LETTERS))];
  if (pieces.length === 0) return [...new Set(lines.filter(Boolean))].slice(0, MAX_PIECES);
  if (pieces.length <= MAX_PIECES) return pieces;
  const step = (pieces.length - 1) / (MAX_PIECES - 1);
  return Array.from({ length: MAX_PIECES }, (_, i) => pieces[Math.round(i * step)] ?? "");
}

export type ReplayComparison = { result: ReplayResult; found: string[]; missing: string[] };

/**
 * Which of the expected pieces a replayed page shows.
 * @param shown title and visible text of the replayed page; null when no page came up at all.
 */
export function compareReplay(expected: readonly string[], shown: string | null): ReplayComparison {
  const page = squeeze(shown ?? "");
  const found = expected.filter((piece) => shown !== null && page.includes(squeeze(piece)));
  const missing = expected.filter((piece) => !found.includes(piece));
  const short = (pieces: string[]) => pieces.map((piece) => [...piece].slice(0, SHOWN_LETTERS).join(""));
  const isNothing = shown === null || (expected.length > 0 && found.length === 0);
  const result = isNothing ? "does_not_replay" : missing.length > 0 ? "replays_partly" : "replays";
  return { result, found: short(found), missing: short(missing) };
}
