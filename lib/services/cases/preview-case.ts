import type { Verdict } from "#lib/core/cases/verdicts";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import type { PublicRevision } from "#lib/schemas/public-case";
import { buildSnapshot } from "#lib/services/cases/build-snapshot";
import { hashSnapshot } from "#lib/services/cases/hash-snapshot";
import { loadCase } from "#lib/services/cases/load-case";
import { readCaseId } from "#lib/services/cases/read-case-id";

/** Shown for a claim whose verdict nobody has chosen yet: a preview never says more than was decided. */
const UNDECIDED: Verdict = "unproven";

/**
 * A draft as the revision it would become now, for the preview page. Nothing is stored.
 * Unfinished parts stay empty; exhibits that no capture shows are left out of it.
 * @throws AppError `not_found`, `not_allowed`.
 */
export async function previewCase(actor: Actor, caseId: string): Promise<PublicRevision> {
  assertMay(actor, "cases.edit");
  const { row, draft, exhibits } = await loadCase(db(), readCaseId(caseId));
  const publishedAt = row.updatedAt.toISOString();
  const frame = {
    caseId: row.id,
    isSample: row.isSample,
    revision: { number: (row.publishedRevision?.number ?? 0) + 1, kind: "publication" as const, publishedAt },
    firstPublishedAt: row.publishedRevision?.publishedAt.toISOString() ?? publishedAt,
    corrections: [],
  };
  const claims = draft.claims.map((claim) => ({ ...claim, verdict: claim.verdict ?? UNDECIDED }));
  const { stored, sha256 } = hashSnapshot(buildSnapshot(frame, { ...draft, claims }, exhibits));
  return { snapshot: stored, sha256, newestNumber: frame.revision.number, isRetracted: false };
}
