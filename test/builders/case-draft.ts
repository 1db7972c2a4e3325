import { randomUUID } from "node:crypto";
import type { CaseDraft, DraftClaim } from "#lib/schemas/case-draft";
import type { StoryDoc } from "#lib/schemas/story-doc";

/** A story of one paragraph, with an exhibit after it when one is given. */
export function buildStory(text: string, exhibitId?: string): StoryDoc {
  const paragraph = {
    type: "paragraph" as const,
    attrs: { dir: "auto" as const },
    content: [{ type: "text" as const, text }],
  };
  const exhibit = exhibitId ? [{ type: "exhibit" as const, attrs: { exhibitId } }] : [];
  return { type: "doc", content: [paragraph, ...exhibit] };
}

export function buildClaim(changes: Partial<DraftClaim> = {}): DraftClaim {
  return {
    id: randomUUID(),
    statement: { en: "Accounts were run from abroad.", ar: "أُديرت حسابات من الخارج." },
    claimant: { en: "The ministry", ar: "الوزارة" },
    saidOn: "2018-07",
    saidWhere: {},
    citation: { en: "Statement of July 2018", ar: "بيان يوليو 2018" },
    citationExhibitId: null,
    sourceUrl: "https://example.org/statement",
    verdict: "unproven",
    reasons: { en: "No evidence was shown.", ar: "لم يُعرض أي دليل." },
    wouldSettle: { en: "The list of accounts.", ar: "قائمة الحسابات." },
    ...changes,
  };
}

/** A draft that the checklist has nothing against. */
export function buildDraft(changes: Partial<CaseDraft> = {}): CaseDraft {
  return {
    slug: `case-${randomUUID().slice(0, 8)}`,
    title: { en: "Accounts in July", ar: "حسابات في يوليو" },
    standfirst: { en: "What was said, and what is known.", ar: "ما قيل وما هو معروف." },
    place: { en: "Manama", ar: "المنامة" },
    incidentDate: "2018-07",
    story: { en: buildStory("It began with a hashtag."), ar: buildStory("بدأ الأمر بوسم.") },
    howWeKnow: {},
    notEstablished: {},
    absentLocale: null,
    claims: [buildClaim()],
    timeline: [{ id: randomUUID(), date: "2018-07-03", text: { en: "First posts.", ar: "أول المنشورات." } }],
    exhibits: [],
    ...changes,
  };
}
