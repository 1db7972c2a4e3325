type Run = { kind: string; text: string };

/** A run, or a place where much was left out. */
export type ShownRun<R extends Run> = R | { kind: "same" | "skipped"; text: string };

/**
 * Shortens what two texts have in common to the words next to a change; every change stays whole.
 * @param chars kept on each side of a change, cut where a word ends.
 */
export function shortenSame<R extends Run>(runs: readonly R[], chars: number): ShownRun<R>[] {
  return runs.flatMap((run, i): ShownRun<R>[] => {
    const isFirst = i === 0;
    const isLast = i === runs.length - 1;
    const kept = chars * (isFirst || isLast ? 1 : 2);
    if (run.kind !== "same" || run.text.length <= kept * 1.5) return [run];
    const head = isFirst ? "" : run.text.slice(0, chars).replace(/\S*$/u, "");
    const tail = isLast ? "" : run.text.slice(-chars).replace(/^\S*\s*/u, "");
    const same = (text: string): ShownRun<R>[] => (text ? [{ kind: "same", text }] : []);
    return [...same(head), { kind: "skipped", text: isFirst ? "… " : isLast ? "…" : "… " }, ...same(tail)];
  });
}

/**
 * Shortens long changes to their beginning and end: a sentence inside an article, laid over the article.
 * @param chars about how long a change may be.
 */
export function shortenChanges<R extends Run>(runs: readonly R[], chars: number): ShownRun<R>[] {
  return runs.flatMap((run): ShownRun<R>[] => {
    if (run.kind === "same" || run.kind === "skipped" || run.text.length <= chars * 1.25) return [run];
    const head = run.text.slice(0, chars / 2).replace(/\S*$/u, "");
    const tail = run.text.slice(-chars / 2).replace(/^\S*\s*/u, "");
    return [
      { ...run, text: head },
      { kind: "skipped" as const, text: "… " },
      { ...run, text: tail },
    ].filter(({ text }) => text !== "");
  });
}
