/** How many of a phrasing's wordings are in one group now. */
export type Claim = { phrasingId: string; group: string; wordings: number; holdsPivot: boolean };

/**
 * Which group goes on under which phrasing's name. A phrasing stays where most of its wordings are; where that is a tie,
 * where the wording is that stands for it. Each name is given once, each group gets one at most.
 * @returns group → phrasing; groups that are not in it need a new name.
 */
export function nameGroups(claims: readonly Claim[]): Map<string, string> {
  const order = claims.toSorted(
    (a, b) =>
      b.wordings - a.wordings ||
      Number(b.holdsPivot) - Number(a.holdsPivot) ||
      compare(a.phrasingId, b.phrasingId) ||
      compare(a.group, b.group),
  );
  const names = new Map<string, string>();
  const given = new Set<string>();
  for (const { phrasingId, group } of order) {
    if (given.has(phrasingId) || names.has(group)) continue;
    names.set(group, phrasingId);
    given.add(phrasingId);
  }
  return names;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
