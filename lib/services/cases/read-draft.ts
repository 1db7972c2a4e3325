import { isVerdict } from "#lib/core/cases/verdicts";
import type { CaseRowWithParts } from "#lib/data/cases";
import type { CaseDraft } from "#lib/schemas/case-draft";
import { type LocalizedText, localizedText } from "#lib/schemas/localized";
import { localizedStory } from "#lib/schemas/story-doc";

const localized = (value: unknown): LocalizedText => localizedText.catch({}).parse(value);

/** The stored rows of a case as the draft that editors edit. */
export function readDraft(row: CaseRowWithParts, exhibits: readonly { id: string; caption: unknown }[]): CaseDraft {
  return {
    slug: row.slug,
    title: localized(row.title),
    standfirst: localized(row.standfirst),
    place: localized(row.place),
    incidentDate: row.incidentDate,
    story: localizedStory.parse(row.story),
    howWeKnow: localized(row.howWeKnow),
    notEstablished: localized(row.notEstablished),
    absentLocale: row.absentLocale === "en" || row.absentLocale === "ar" ? row.absentLocale : null,
    claims: row.claims.map((claim) => ({
      id: claim.id,
      statement: localized(claim.statement),
      claimant: localized(claim.claimant),
      saidOn: claim.saidOn,
      saidWhere: localized(claim.saidWhere),
      citation: localized(claim.citation),
      citationExhibitId: (claim.citation as { exhibitId?: string } | null)?.exhibitId ?? null,
      sourceUrl: claim.sourceUrl,
      verdict: isVerdict(claim.verdict) ? claim.verdict : null,
      reasons: localized(claim.reasons),
      wouldSettle: localized(claim.wouldSettle),
    })),
    timeline: row.timeline.map((entry) => ({ id: entry.id, date: entry.date, text: localized(entry.text) })),
    exhibits: exhibits.map((exhibit) => ({ id: exhibit.id, caption: localized(exhibit.caption) })),
  };
}
