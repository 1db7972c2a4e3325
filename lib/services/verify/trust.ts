import { readTrustedRoots } from "#lib/adapters/timestamps/trusted-roots";
import type { KnownKey } from "#lib/core/evidence/checks/check-signature";
import type { TrustedRoots } from "#lib/core/evidence/timestamps/token-check";

/** What whoever checks brings along, because a bundle cannot vouch for itself. */
export type Trust = {
  /** The newsroom's keys from outside the bundle, and where they came from; null to use the bundle's own. */
  keys: { keys: KnownKey[]; from: string } | null;
  /** Root certificates (DER) of trusted timestamp authorities; empty when none were given. */
  roots: readonly Uint8Array[];
};

export const NO_TRUST: Trust = { keys: null, roots: [] };

/** The roots to check tokens with: those that were given, else those of the settings, else those that Node.js knows. */
export async function rootsOf({ roots }: Trust): Promise<TrustedRoots> {
  return roots.length > 0 ? { certificates: roots, ifUnknown: "fails" } : readTrustedRoots();
}
