import type { Actor } from "#lib/permissions/actor";
import type { CaseDraft } from "#lib/schemas/case-draft";
import { createCase } from "#lib/services/cases/create-case";
import { saveCase } from "#lib/services/cases/save-case";
import { submitForReview } from "#lib/services/cases/submit-for-review";
import { buildDraft } from "#test/builders/case-draft";

export type BuiltCase = { caseId: string; version: number; draft: CaseDraft };

/** A case file with a draft, complete unless another one is given. */
export async function buildCase(author: Actor, draft: CaseDraft = buildDraft()): Promise<BuiltCase> {
  const { id: caseId } = await createCase(author, { title: { en: "New case" }, slug: draft.slug });
  const { version } = await saveCase(author, { caseId, version: 1, draft });
  return { caseId, version, draft };
}

/** The same, waiting for a publisher. */
export async function buildCaseInReview(author: Actor, draft?: CaseDraft): Promise<BuiltCase> {
  const built = await buildCase(author, draft);
  await submitForReview(author, built);
  return built;
}
