/** What a page's own JSON said of a list, apart from what it drew. */
export type ListInNetwork = {
  /** Ids of posts, advertisements left out, each once, in the order in which they came. */
  ids: string[];
  /** Where the next part begins, one per answer that says so. */
  cursors: string[];
  /** Whether the newest answer says that there is more; null where answers do not say. */
  hasMore: boolean | null;
};

/** Two counts of one list: what was drawn and what was sent. */
export type ListDifference = { onlyInNetwork: string[]; notInNetwork: string[] };

/**
 * Posts that only one of the two knows. Where collecting stopped at a limit, what was sent ahead is no difference.
 * @param collected ids in the order in which they were seen.
 */
export function compareWithNetwork(
  collected: readonly string[],
  network: Pick<ListInNetwork, "ids">,
  isCut: boolean,
): ListDifference {
  const drawn = new Set(collected);
  const sent = new Set(network.ids);
  const last = Math.max(...collected.map((id) => network.ids.indexOf(id)), -1);
  const expected = isCut ? network.ids.slice(0, last + 1) : network.ids;
  return {
    onlyInNetwork: expected.filter((id) => !drawn.has(id)),
    notInNetwork: collected.filter((id) => !sent.has(id)),
  };
}
