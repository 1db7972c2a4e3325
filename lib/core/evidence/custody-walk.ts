import { type ChainBreak, type CustodyRecord, custodyHash, GENESIS_HASH } from "#lib/core/evidence/custody-chain";
import { CustodyTreeRoot } from "#lib/core/evidence/custody-tree";

/** Where a log breaks: as for a chain, or `head` when it does not hold what was signed of it earlier. */
export type LogBreak = Omit<ChainBreak, "reason"> & { reason: ChainBreak["reason"] | "head" };

/** A log walked to its end. */
export type WalkedLog =
  | { kind: "holds"; seq: string; hash: string; root: string }
  | { kind: "empty" }
  | ({ kind: "broken" } & LogBreak);

/**
 * Walks a whole log in the order of `seq`: every event, every link, and every state that was signed before. That last one
 * notices what a chain alone cannot: events cut off at its end, or a chain made anew from some event on.
 * @param signed hash by seq, of earlier signed states. Memory does not grow with the log.
 */
export async function walkCustodyLog(
  events: AsyncIterable<CustodyRecord & { hash: string }>,
  signed: ReadonlyMap<string, string>,
): Promise<WalkedLog> {
  const tree = new CustodyTreeRoot();
  let seq = 0n;
  let hash = GENESIS_HASH;
  let seen = 0;
  for await (const event of events) {
    const broken = (reason: LogBreak["reason"]): WalkedLog => ({ kind: "broken", seq: event.seq, reason });
    if (BigInt(event.seq) !== seq + 1n) return broken("gap");
    if (event.prevHash !== hash) return broken("link");
    if (custodyHash(event) !== event.hash) return broken("hash");
    const before = signed.get(event.seq);
    if (before !== undefined && before !== event.hash) return broken("head");
    if (before !== undefined) seen++;
    seq++;
    hash = event.hash;
    tree.add(hash);
  }
  const cut = [...signed.keys()].find((each) => BigInt(each) > seq);
  if (seen < signed.size) return { kind: "broken", seq: cut ?? seq.toString(), reason: "head" };
  return seq === 0n ? { kind: "empty" } : { kind: "holds", seq: seq.toString(), hash, root: tree.root() };
}
