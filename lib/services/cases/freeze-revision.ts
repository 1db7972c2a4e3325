import { insertRevision, type RevisionRow } from "#lib/data/case-revisions";
import { type CaseRow, setCaseStatus } from "#lib/data/cases";
import type { Tx } from "#lib/data/client";
import { appendCustodyEvent } from "#lib/data/custody";
import { AppError } from "#lib/errors";
import type { Actor } from "#lib/permissions/actor";
import type { CaseSnapshot } from "#lib/schemas/case-snapshot";
import { type LocalizedText, localizedText } from "#lib/schemas/localized";
import { hashSnapshot } from "#lib/services/cases/hash-snapshot";

export type PublishedCase = { slug: string; number: number; kind: CaseSnapshot["revision"]["kind"]; sha256: string };

const ACTIONS = {
  publication: "case.published",
  correction: "case.corrected",
  retraction: "case.retracted",
} as const;

/** What a new revision says about itself and those before. */
export function frameRevision(
  row: CaseRow,
  earlier: RevisionRow[],
  kind: CaseSnapshot["revision"]["kind"],
  note: LocalizedText,
  at: Date,
) {
  const revision = { number: (earlier.at(-1)?.number ?? 0) + 1, kind, publishedAt: at.toISOString() };
  const past = earlier.flatMap((each) =>
    each.kind === "publication"
      ? []
      : [
          {
            number: each.number,
            kind: each.kind,
            publishedAt: each.publishedAt.toISOString(),
            note: localizedText.parse(each.note),
          },
        ],
  );
  const own = kind === "publication" ? [] : [{ ...revision, kind, note }];
  return {
    caseId: row.id,
    isSample: row.isSample,
    revision,
    firstPublishedAt: earlier[0]?.publishedAt.toISOString() ?? revision.publishedAt,
    corrections: [...past, ...own],
  };
}

/** A public note stands in every language that the case is published in. @throws AppError `bad_input` */
export function assertPublicNote(note: LocalizedText, absentLocale: string | null): void {
  const missing = (["en", "ar"] as const).filter((locale) => locale !== absentLocale && !note[locale]?.trim());
  if (missing.length === 0) return;
  const fields = Object.fromEntries(missing.map((locale) => [`note.${locale}`, "missing"]));
  throw new AppError("bad_input", `A public note is missing: ${missing.join(", ")}`, { fields });
}

/** Writes a revision, makes it what readers see, and logs it: all in the caller's transaction, under the case's lock. */
export async function freezeRevision(
  tx: Tx,
  actor: Actor,
  row: CaseRow,
  next: CaseRow["status"],
  snapshot: CaseSnapshot,
  note: LocalizedText,
): Promise<PublishedCase> {
  const { stored, sha256 } = hashSnapshot(snapshot);
  const { number, kind, publishedAt } = stored.revision;
  const { id } = await insertRevision(tx, {
    caseFileId: row.id,
    number,
    kind,
    snapshot: stored,
    sha256,
    note,
    publishedById: actor.id,
    authoredById: row.lastEditedById,
    publishedAt: new Date(publishedAt),
  });
  await setCaseStatus(tx, row.id, next, id);
  await appendCustodyEvent(tx, {
    actor,
    action: ACTIONS[kind],
    subjectType: "case_file",
    subjectId: row.id,
    details: { slug: row.slug, revision: number, revisionId: id, sha256, authoredById: row.lastEditedById },
  });
  return { slug: row.slug, number, kind, sha256 };
}
