import { isSlug } from "#lib/core/cases/slug";
import { canonicalJson } from "#lib/core/evidence/canonical-json";
import { db } from "#lib/data/client";
import { findPublishedRevisionRow } from "#lib/data/published-cases";
import { AppError } from "#lib/errors";

/**
 * A published revision in the form that its hash is taken over (RFC 8785).
 * @throws AppError `not_found` when there is no such revision, or when its case was retracted since.
 */
export async function canonicalRevision(slug: string, number: number): Promise<{ json: string; sha256: string }> {
  const row = isSlug(slug) ? await findPublishedRevisionRow(db(), slug, number) : null;
  if (!row || (row.isRetracted && number !== row.newestNumber)) {
    throw new AppError("not_found", `no published revision ${number} of ${slug}`);
  }
  return { json: canonicalJson(row.snapshot), sha256: row.sha256 };
}
