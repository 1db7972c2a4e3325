/** Plain data with named parts, each compared and taken as a whole. */
export type DraftParts = Readonly<Record<string, unknown>>;

export type MergedDraft = {
  /** Mine where I changed something, theirs elsewhere; at a clash mine. */
  merged: Record<string, unknown>;
  /** Parts that both changed, differently. A person decides. */
  clashes: string[];
};

/** Equal as JSON, whatever the order of members; a missing member and `undefined` are the same. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, i) => sameData(each, b[i]));
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameData(left[key], right[key]));
}

/**
 * Three-way merge of two drafts that grew from one.
 * @param base what both started from.
 * @param mine my changes.
 * @param theirs what was saved meanwhile.
 */
export function mergeDrafts(base: DraftParts, mine: DraftParts, theirs: DraftParts): MergedDraft {
  const merged: Record<string, unknown> = {};
  const clashes: string[] = [];
  for (const part of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const mineChanged = !sameData(base[part], mine[part]);
    const theirsChanged = !sameData(base[part], theirs[part]);
    const value = mineChanged ? mine[part] : theirs[part];
    if (mineChanged && theirsChanged && !sameData(mine[part], theirs[part])) clashes.push(part);
    if (value !== undefined) merged[part] = value;
  }
  return { merged, clashes };
}
