import type { ProofFacts } from "#lib/core/evidence/proof-facts";
import type { SnapshotExhibit } from "#lib/schemas/case-snapshot";
import { lastGood } from "#lib/services/cases/last-good";
import { findProofFacts } from "#lib/services/verify/find-proof-facts";

/**
 * How the captures behind these exhibits are proved now: a revision is frozen, but tokens come and replays are checked
 * after it was published. While the database is down, what was known a moment ago.
 * @param caseId for remembering.
 */
export async function findExhibitProofs(
  caseId: string,
  exhibits: readonly SnapshotExhibit[],
): Promise<Record<string, ProofFacts>> {
  const ids = [...new Set(exhibits.flatMap(capturesBehind))].sort();
  if (ids.length === 0) return {};
  return lastGood(`proofs:${caseId}:${ids.length}:${ids[0]}`, () => findProofFacts(ids)).catch(() => ({}));
}

function capturesBehind(exhibit: SnapshotExhibit): string[] {
  if (exhibit.kind === "wording") return exhibit.captures.map(({ captureId }) => captureId);
  return "capture" in exhibit ? [exhibit.capture.captureId] : [];
}
