import { z } from "zod";
import type { CustodyProof } from "#lib/core/evidence/checks/check-custody";

export const CUSTODY_PROOFS_FORMAT = "daleel-custody-proofs";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const seq = z.string().regex(/^[1-9]\d{0,18}$/);

/** How the events of a bundle hang under the signed state of the log (lib/core/evidence/custody-tree.ts). */
const custodyProofs = z.object({
  format: z.literal(CUSTODY_PROOFS_FORMAT),
  version: z.literal(1),
  /** The event at which the log was signed, and the root that the signed statement names. */
  head: z.object({ seq, root: sha256 }),
  events: z.array(
    z.object({
      seq,
      hash: sha256,
      path: z.array(z.object({ side: z.enum(["left", "right"]), hash: sha256 })).max(64),
    }),
  ),
});

/** @param events those that the head covers. */
export function writeCustodyProofs(head: { seq: string; root: string }, events: readonly CustodyProof[]): string {
  const proofs: z.infer<typeof custodyProofs> = {
    format: CUSTODY_PROOFS_FORMAT,
    version: 1,
    head: { seq: head.seq, root: head.root },
    events: events.map(({ seq, hash, path }) => ({ seq, hash, path: path.map(({ side, hash }) => ({ side, hash })) })),
  };
  return `${JSON.stringify(proofs, null, 2)}\n`;
}

/** The proofs of a bundle; null when there are none, or none that can be read. */
export function readCustodyProofs(text: string | null): CustodyProof[] | null {
  try {
    return text === null ? null : custodyProofs.parse(JSON.parse(text)).events;
  } catch {
    return null;
  }
}
