import type { WordRun } from "#lib/core/text/word-difference";

/** A run, or a place where much that both texts have was left out. */
export type ShownRun = WordRun | { kind: "skipped"; text: string };

/**
 * Shortens what two texts have in common to the words next to a change; every change stays whole.
 * @param chars kept on each side of a change, cut where a word ends.
 */
export function shortenSame(runs: readonly WordRun[], chars: number): ShownRun[] {
  return runs.flatMap((run, i): ShownRun[] => {
    const isFirst = i === 0;
    const isLast = i === runs.length - 1;
    const kept = chars * (isFirst || isLast ? 1 : 2);
    if (run.kind !== "same" || run.text.length <= kept * 1.5) return [run];
    const head = isFirst ? "" : run.text.slice(0, chars).replace(/\S*$/u, "");
    const tail = isLast ? "" : run.text.slice(-chars).replace(/^\S*\s*/u, "");
    const same = (text: string): ShownRun[] => (text ? [{ kind: "same", text }] : []);
    return [...same(head), { kind: "skipped", text: isFirst ? "… " : isLast ? "…" : "… " }, ...same(tail)];
  });
}
