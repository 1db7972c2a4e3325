import type { ProofFacts } from "#lib/core/evidence/proof-facts";
import { db } from "#lib/data/client";
import { countTimestamps, listNewestChecks, listSignedCaptures } from "#lib/data/proof-facts";
import { findReplayStates } from "#lib/services/replay/find-replay-state";

/**
 * How each of these captures is proved, as it stands now: four queries for any number of captures.
 * @returns by capture id; captures that are not there have nothing that proves them.
 */
export async function findProofFacts(captureIds: readonly string[]): Promise<Record<string, ProofFacts>> {
  const ids = [...new Set(captureIds)];
  const [checks, signed, tokens, replays] = await Promise.all([
    listNewestChecks(db(), ids),
    listSignedCaptures(db(), ids),
    countTimestamps(db(), ids),
    findReplayStates(ids),
  ]);
  return Object.fromEntries(
    ids.map((id): [string, ProofFacts] => {
      const replay = replays.get(id);
      const check = checks.get(id);
      return [
        id,
        {
          check: check ? { at: check.at.toISOString(), ...readCheck(check.details) } : null,
          isSigned: signed.has(id),
          timestamps: tokens.get(id) ?? { granted: 0, pending: 0, abandoned: 0 },
          replay: { state: replay?.state ?? "absent", isPartly: replay?.check?.result === "replays_partly" },
        },
      ];
    }),
  );
}

/** Checks of the first version named files only, under `broken`. */
function readCheck(details: unknown): { holds: boolean; failing: string[] } {
  const { failing, broken } = (details ?? {}) as { failing?: { check?: unknown }[]; broken?: unknown[] };
  const kinds = [...(failing ?? []).map(({ check }) => String(check)), ...(broken ?? []).map(() => "file")];
  return { holds: kinds.length === 0, failing: [...new Set(kinds)] };
}
