import { isPartialDate } from "#lib/core/cases/partial-date";
import { isSlug } from "#lib/core/cases/slug";
import { storyExhibitIds, storyText } from "#lib/core/cases/story";
import {
  CASE_LOCALES,
  type CaseLocale,
  type CheckedCase,
  type CheckedClaim,
  type CheckedExhibit,
  type Localized,
} from "#lib/core/cases/types";
import { isVerdict } from "#lib/core/cases/verdicts";
import { isWebAddress } from "#lib/core/cases/web-address";

/** What keeps a case file from being published; each has a sentence in both languages. */
export const CASE_PROBLEM_CODES = [
  "slug_invalid",
  "title_missing",
  "standfirst_missing",
  "story_missing",
  /** Written in one language only, and the other is not marked absent. */
  "translation_missing",
  "incident_date_invalid",
  /** The story shows an exhibit that is no longer in the case. */
  "story_exhibit_missing",
  "no_claims",
  "claim_statement_missing",
  "claim_claimant_missing",
  /** Neither words, nor a link, nor an exhibit says where it was said. */
  "claim_source_missing",
  "claim_source_invalid",
  "claim_date_invalid",
  "claim_verdict_missing",
  "claim_reasons_missing",
  "timeline_date_invalid",
  "timeline_text_missing",
  /** No capture shows it. */
  "exhibit_without_capture",
  /** The capture holds an error page, a wall or a tombstone, not the content. */
  "exhibit_not_content",
  "exhibit_without_manifest",
  /** A supplied file that nobody introduces. */
  "supplied_caption_missing",
] as const;
export type CaseProblemCode = (typeof CASE_PROBLEM_CODES)[number];

export type CaseArea = "heading" | "story" | "claims" | "timeline" | "exhibits" | "method";

/** One thing to mend, and where: the area, the claim, entry or exhibit, the field, the language. */
export type CaseProblem = {
  code: CaseProblemCode;
  area: CaseArea;
  itemId: string | null;
  field: string | null;
  locale: CaseLocale | null;
};

const isFilled = (text: string | undefined) => (text ?? "").trim() !== "";
const isEmpty = (text: Localized) => CASE_LOCALES.every((locale) => !isFilled(text[locale]));

/** Collects problems of one area with the case's languages in mind. */
function collector(locales: readonly CaseLocale[], area: CaseArea, itemId: string | null, into: CaseProblem[]) {
  const add = (code: CaseProblemCode, field: string | null = null, locale: CaseLocale | null = null) =>
    into.push({ code, area, itemId, field, locale });
  return {
    add,
    /** Must be there in every language that is meant. */
    required(code: CaseProblemCode, field: string, text: Localized) {
      for (const locale of locales) if (!isFilled(text[locale])) add(code, field, locale);
    },
    /** May be empty, but then in every language. */
    optional(field: string, text: Localized) {
      if (!isEmpty(text)) this.required("translation_missing", field, text);
    },
  };
}

function checkClaim(claim: CheckedClaim, exhibitIds: ReadonlySet<string>, check: ReturnType<typeof collector>): void {
  check.required("claim_statement_missing", "statement", claim.statement);
  check.required("claim_claimant_missing", "claimant", claim.claimant);
  check.optional("saidWhere", claim.saidWhere);
  if (claim.saidOn && !isPartialDate(claim.saidOn)) check.add("claim_date_invalid", "saidOn");
  check.optional("citation", claim.citation);
  if (isEmpty(claim.citation) && !claim.sourceUrl && !claim.citationExhibitId) {
    check.add("claim_source_missing", "citation");
  }
  const isLost = claim.citationExhibitId !== null && !exhibitIds.has(claim.citationExhibitId);
  if ((claim.sourceUrl && !isWebAddress(claim.sourceUrl)) || isLost) check.add("claim_source_invalid", "sourceUrl");
  if (!isVerdict(claim.verdict)) check.add("claim_verdict_missing", "verdict");
  check.required("claim_reasons_missing", "reasons", claim.reasons);
  check.optional("wouldSettle", claim.wouldSettle);
}

function checkExhibit(exhibit: CheckedExhibit, check: ReturnType<typeof collector>): void {
  if (exhibit.isSupplied) {
    check.required("supplied_caption_missing", "caption", exhibit.caption);
    return;
  }
  check.optional("caption", exhibit.caption);
  if (exhibit.captures.length === 0) check.add("exhibit_without_capture");
  if (exhibit.captures.some((capture) => capture.outcome !== "content" && capture.outcome !== "partial")) {
    check.add("exhibit_not_content");
  }
  if (exhibit.captures.some((capture) => !capture.hasManifest)) check.add("exhibit_without_manifest");
}

/**
 * The publishing checklist.
 * @returns everything that is missing or wrong, in the order of the editor; empty when the case can be published.
 */
export function findCaseProblems(caseFile: CheckedCase): CaseProblem[] {
  const problems: CaseProblem[] = [];
  const locales = CASE_LOCALES.filter((locale) => locale !== caseFile.absentLocale);
  const on = (area: CaseArea, itemId: string | null = null) => collector(locales, area, itemId, problems);
  const exhibitIds = new Set(caseFile.exhibits.map((exhibit) => exhibit.id));

  const heading = on("heading");
  if (!isSlug(caseFile.slug)) heading.add("slug_invalid", "slug");
  heading.required("title_missing", "title", caseFile.title);
  heading.required("standfirst_missing", "standfirst", caseFile.standfirst);
  heading.optional("place", caseFile.place);
  if (caseFile.incidentDate && !isPartialDate(caseFile.incidentDate)) {
    heading.add("incident_date_invalid", "incidentDate");
  }

  const story = on("story");
  for (const locale of locales) {
    if (!isFilled(storyText(caseFile.story[locale]))) story.add("story_missing", "story", locale);
    for (const id of storyExhibitIds(caseFile.story[locale])) {
      if (!exhibitIds.has(id)) story.add("story_exhibit_missing", "story", locale);
    }
  }

  if (caseFile.claims.length === 0) on("claims").add("no_claims");
  for (const claim of caseFile.claims) checkClaim(claim, exhibitIds, on("claims", claim.id));
  for (const entry of caseFile.timeline) {
    const check = on("timeline", entry.id);
    if (!isPartialDate(entry.date)) check.add("timeline_date_invalid", "date");
    check.required("timeline_text_missing", "text", entry.text);
  }
  for (const exhibit of caseFile.exhibits) checkExhibit(exhibit, on("exhibits", exhibit.id));

  const method = on("method");
  method.optional("howWeKnow", caseFile.howWeKnow);
  method.optional("notEstablished", caseFile.notEstablished);
  return problems;
}
