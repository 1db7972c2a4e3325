import type { TreeStep } from "#lib/core/evidence/custody-tree";

/** How one event hangs under a signed state of the log: its hash and the path to the state's root. */
export type CustodyPath = { hash: string; path: TreeStep[] };

const LINE = /^(event|left|right|root) ([0-9a-f]{64})$/;

/**
 * The paths of a bundle's events as text that a shell can read line by line: `event <hash>`, then `left <hash>` or
 * `right <hash>` for each neighbour on the way up, then `root <hash>`.
 */
export function writeCustodyPaths(root: string, events: readonly CustodyPath[]): string {
  return events
    .flatMap(({ hash, path }) => [`event ${hash}`, ...path.map((step) => `${step.side} ${step.hash}`), `root ${root}`])
    .map((line) => `${line}\n`)
    .join("");
}

/** Reads them back; lines that are none lead to no event, so nothing is covered by them. */
export function readCustodyPaths(text: string): CustodyPath[] {
  const paths: CustodyPath[] = [];
  for (const line of text.split("\n")) {
    const [, word, hash = ""] = LINE.exec(line) ?? [];
    const last = paths.at(-1);
    if (word === "event") paths.push({ hash, path: [] });
    else if ((word === "left" || word === "right") && last && last.path.length < 64)
      last.path.push({ side: word, hash });
  }
  return paths;
}
