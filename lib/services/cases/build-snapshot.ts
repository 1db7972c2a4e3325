import type { CaseDraft } from "#lib/schemas/case-draft";
import {
  CASE_SNAPSHOT_FORMAT,
  type CaseSnapshot,
  caseSnapshot,
  type SnapshotExhibit,
} from "#lib/schemas/case-snapshot";
import type { LocalizedText } from "#lib/schemas/localized";

type Locales = { en?: unknown; ar?: unknown };
type Frame = Pick<CaseSnapshot, "caseId" | "revision" | "firstPublishedAt" | "corrections" | "isSample">;

/** Leaves out what is empty and the language that the newsroom does not publish. */
function keepPublished<T extends Locales>(text: T, absent: CaseDraft["absentLocale"]): T {
  const kept = Object.entries(text).filter(
    ([locale, value]) => locale !== absent && value !== "" && value !== undefined,
  );
  return Object.fromEntries(kept) as T;
}

/**
 * The whole public page of a case as data.
 * @param draft a complete draft: one that findCaseProblems has nothing against.
 * @throws ZodError when it is not complete after all; nothing half-made is ever frozen.
 */
export function buildSnapshot(frame: Frame, draft: CaseDraft, exhibits: SnapshotExhibit[]): CaseSnapshot {
  const text = (value: LocalizedText) => keepPublished(value, draft.absentLocale);
  return caseSnapshot.parse({
    format: CASE_SNAPSHOT_FORMAT,
    caseId: frame.caseId,
    slug: draft.slug,
    status: "published",
    revision: frame.revision,
    firstPublishedAt: frame.firstPublishedAt,
    title: text(draft.title),
    standfirst: text(draft.standfirst),
    place: text(draft.place),
    incidentDate: draft.incidentDate,
    story: keepPublished(draft.story, draft.absentLocale),
    claims: draft.claims.map((claim) => ({
      ...claim,
      statement: text(claim.statement),
      claimant: text(claim.claimant),
      saidWhere: text(claim.saidWhere),
      citation: text(claim.citation),
      reasons: text(claim.reasons),
      wouldSettle: text(claim.wouldSettle),
    })),
    timeline: draft.timeline.map((entry) => ({ ...entry, text: text(entry.text) })),
    exhibits: exhibits.map((exhibit) => ({ ...exhibit, caption: text(exhibit.caption) })),
    howWeKnow: text(draft.howWeKnow),
    notEstablished: text(draft.notEstablished),
    absentLocale: draft.absentLocale,
    isSample: frame.isSample,
    corrections: frame.corrections,
  });
}

/** What stays of a retracted case: its title, the note and the list of what was published before; no content. */
export function buildTombstone(
  frame: Frame,
  last: Pick<CaseSnapshot, "slug" | "title" | "place" | "incidentDate" | "absentLocale">,
): CaseSnapshot {
  return caseSnapshot.parse({
    format: CASE_SNAPSHOT_FORMAT,
    ...frame,
    slug: last.slug,
    status: "retracted",
    title: last.title,
    standfirst: {},
    place: last.place,
    incidentDate: last.incidentDate,
    story: {},
    claims: [],
    timeline: [],
    exhibits: [],
    howWeKnow: {},
    notEstablished: {},
    absentLocale: last.absentLocale,
  });
}
