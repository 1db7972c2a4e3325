import type { Verdict } from "#lib/core/cases/verdicts";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import type { CaseSnapshot } from "#lib/schemas/case-snapshot";
import { buildSnapshot } from "#lib/services/cases/build-snapshot";
import { loadCase } from "#lib/services/cases/load-case";

/** Shown for a claim whose verdict nobody has chosen yet: a preview never says more than was decided. */
const UNDECIDED: Verdict = "unproven";

/**
 * A draft as the snapshot it would become now, for the preview page. Nothing is stored.
 * Unfinished parts stay empty; exhibits that no capture shows are left out of it.
 * @throws AppError `not_found`, `not_allowed`.
 */
export async function previewCase(actor: Actor, caseId: string): Promise<CaseSnapshot> {
  assertMay(actor, "cases.edit");
  const { row, draft, exhibits } = await loadCase(db(), caseId);
  const publishedAt = row.updatedAt.toISOString();
  const frame = {
    caseId: row.id,
    isSample: row.isSample,
    revision: { number: (row.publishedRevision?.number ?? 0) + 1, kind: "publication" as const, publishedAt },
    firstPublishedAt: row.publishedRevision?.publishedAt.toISOString() ?? publishedAt,
    corrections: [],
  };
  const claims = draft.claims.map((claim) => ({ ...claim, verdict: claim.verdict ?? UNDECIDED }));
  return buildSnapshot(frame, { ...draft, claims }, exhibits);
}
