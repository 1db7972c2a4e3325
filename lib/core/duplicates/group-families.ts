/**
 * What editors' decisions make of families: *the same* puts two families together, *not the same* takes a wording out
 * where the two would stand in one. A pure function of families and decisions, so that it survives every rebuild.
 */

export type Decision = { wordingId: string; otherWordingId: string; verdict: "same" | "not_the_same" };

/** A wording that a decision names. `nearness`: to its pivot; 1 for a pivot, and for what says the same beside hashtags. */
export type DecidedWording = { id: string; digest: string; pivotId: string; pivotDigest: string; nearness: number };

export type Grouping = {
  /** For a pivot that *the same* put together with others: the pivot of the group that comes first by digest. */
  rootOf: ReadonlyMap<string, string>;
  /** Wordings that stand alone because of *not the same*. */
  expelled: ReadonlySet<string>;
};

/** @param wordings every wording that a decision names; decisions about others are passed over. */
export function groupFamilies(decisions: readonly Decision[], wordings: ReadonlyMap<string, DecidedWording>): Grouping {
  const pairs = decisions.flatMap(({ wordingId, otherWordingId, verdict }) => {
    const [a, b] = [wordings.get(wordingId), wordings.get(otherWordingId)];
    if (!a || !b) return [];
    return [a.digest < b.digest ? { a, b, verdict } : { a: b, b: a, verdict }];
  });
  pairs.sort((x, y) => compare(x.a.digest, y.a.digest) || compare(x.b.digest, y.b.digest));
  const groups = new Groups();
  const held = new Set<string>();
  for (const { a, b, verdict } of pairs) {
    if (verdict !== "same") continue;
    groups.join({ id: a.pivotId, digest: a.pivotDigest }, { id: b.pivotId, digest: b.pivotDigest });
    held.add(a.id).add(b.id);
  }
  const expelled = new Set<string>();
  for (const { a, b, verdict } of pairs) {
    if (verdict === "same" || expelled.has(a.id) || expelled.has(b.id)) continue;
    if (groups.rootOf(a.pivotId) !== groups.rootOf(b.pivotId)) continue;
    expelled.add(whoLeaves(a, b, held).id);
  }
  return { rootOf: groups.roots(), expelled };
}

/** Rather one that no *same* holds, rather one that is no pivot, rather the one further from the others, rather the later. */
function whoLeaves(a: DecidedWording, b: DecidedWording, held: ReadonlySet<string>): DecidedWording {
  const weight = (wording: DecidedWording) =>
    (held.has(wording.id) ? 4 : 0) + (wording.id === wording.pivotId ? 2 : 0) + wording.nearness;
  return weight(a) < weight(b) ? a : b;
}

/**
 * The earlier decisions that a new one contradicts: both texts are already held together by a chain of *same*, or set
 * apart between the groups that *same* would make one. Empty when it contradicts none.
 */
export function findContradictions<D extends Decision>(wish: Decision, standing: readonly D[]): D[] {
  const same = standing.filter(({ verdict }) => verdict === "same");
  if (wish.verdict === "not_the_same") return shortestChain(same, wish.wordingId, wish.otherWordingId);
  const left = reachable(same, wish.wordingId);
  const right = reachable(same, wish.otherWordingId);
  return standing.filter(
    ({ verdict, wordingId: a, otherWordingId: b }) =>
      verdict === "not_the_same" && ((left.has(a) && right.has(b)) || (left.has(b) && right.has(a))),
  );
}

function reachable(same: readonly Decision[], from: string): Set<string> {
  const found = new Set([from]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const { wordingId: a, otherWordingId: b } of same) {
      if (found.has(a)) found.add(b);
      else if (found.has(b)) found.add(a);
    }
  }
  return found;
}

/** Breadth first: the fewest decisions that hold the two together. */
function shortestChain<D extends Decision>(same: readonly D[], from: string, to: string): D[] {
  const cameBy = new Map<string, { before: string; by: D }>();
  let edge = [from];
  while (edge.length > 0 && !cameBy.has(to)) {
    const next: string[] = [];
    for (const at of edge) {
      for (const by of same) {
        const other = by.wordingId === at ? by.otherWordingId : by.otherWordingId === at ? by.wordingId : undefined;
        if (other === undefined || other === from || cameBy.has(other)) continue;
        cameBy.set(other, { before: at, by });
        next.push(other);
      }
    }
    edge = next;
  }
  const chain: D[] = [];
  for (let step = cameBy.get(to); step; step = cameBy.get(step.before)) chain.unshift(step.by);
  return chain;
}

type Pivot = { id: string; digest: string };

/** Union-find; the root of a group is its first pivot by digest. */
class Groups {
  readonly #above = new Map<string, Pivot>();

  join(a: Pivot, b: Pivot): void {
    const [left, right] = [this.#find(a), this.#find(b)];
    if (left.id === right.id) return;
    const [first, second] = left.digest < right.digest ? [left, right] : [right, left];
    this.#above.set(second.id, first);
    if (!this.#above.has(first.id)) this.#above.set(first.id, first);
  }

  rootOf(id: string): string {
    return this.#find({ id, digest: "" }).id;
  }

  roots(): Map<string, string> {
    return new Map([...this.#above.keys()].map((id) => [id, this.rootOf(id)]));
  }

  #find(pivot: Pivot): Pivot {
    let at = this.#above.get(pivot.id) ?? pivot;
    for (let above = this.#above.get(at.id); above && above.id !== at.id; above = this.#above.get(at.id)) at = above;
    return at;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
