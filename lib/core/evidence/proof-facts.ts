/** Facts about how a capture is proved, as the tables say now. No word of them rests on what a page said earlier. */
export type ProofFacts = {
  /** The newest check of everything; null when nobody has checked since the capture. */
  check: { at: string; holds: boolean; failing: string[] } | null;
  isSigned: boolean;
  timestamps: { granted: number; pending: number; abandoned: number };
  replay: { state: "holds" | "pending" | "absent" | "fails"; isPartly: boolean };
};

export const PROOF_KINDS = ["hash", "signature", "timestamp", "replay"] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];
export type ProofState = "holds" | "pending" | "absent" | "fails";

/** Which checks of `verify` speak about which mark. */
const CHECKS_OF: Record<"hash" | "signature" | "timestamp", readonly string[]> = {
  hash: ["manifest", "file", "warc", "wacz"],
  signature: ["signature", "key"],
  timestamp: ["timestamp"],
};

/**
 * The state of each mark. What the newest check found to fail, fails; a check never made is not a check that holds; a
 * token that is waited for is pending until it is there.
 */
export function judgeProofs(facts: ProofFacts): Record<ProofKind, ProofState> {
  const { check, isSigned, timestamps, replay } = facts;
  const failed = (kind: keyof typeof CHECKS_OF) =>
    check?.failing.some((each) => CHECKS_OF[kind].includes(each)) ?? false;
  const { granted, pending } = timestamps;
  return {
    hash: failed("hash") ? "fails" : check ? "holds" : "pending",
    signature: failed("signature") ? "fails" : isSigned ? "holds" : "absent",
    timestamp: failed("timestamp") ? "fails" : granted > 0 ? "holds" : pending > 0 ? "pending" : "absent",
    replay: replay.state,
  };
}

/** The worse of two states comes first: of several captures behind one exhibit the worst is shown. */
const WORST_FIRST: readonly ProofState[] = ["fails", "absent", "pending", "holds"];

/** Of several captures, for one mark, the facts of the one in the worst state. */
export function worstOf(captures: readonly ProofFacts[], kind: ProofKind): ProofFacts | undefined {
  const rank = (facts: ProofFacts) => WORST_FIRST.indexOf(judgeProofs(facts)[kind]);
  return captures.toSorted((a, b) => rank(a) - rank(b))[0];
}
