import { storyText } from "#lib/core/cases/story";
import type { StoryNode } from "#lib/core/cases/types";
import { isVerdict } from "#lib/core/cases/verdicts";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseDraft } from "#lib/schemas/case-draft";

const HIDDEN = new Set(["id", "citationExhibitId"]);

/** What people call a part of a draft (`title.ar`, `claims:<id>`, `slug`) that the merge names. */
export function nameOfPart(locale: Locale, part: string, mine: CaseDraft, theirs: CaseDraft): string {
  const { cases } = messages(locale);
  const [list, id] = part.split(":");
  const place = (items: readonly { id: string }[], others: readonly { id: string }[]) =>
    1 + (items.some((each) => each.id === id) ? items : others).findIndex((each) => each.id === id);
  if (list === "claims" && id) return cases.claims.claim(place(mine.claims, theirs.claims));
  if (list === "timeline" && id) return cases.timeline.entry(place(mine.timeline, theirs.timeline));
  if (list === "exhibits" && id) return cases.exhibits.exhibit(place(mine.exhibits, theirs.exhibits));
  const [field = "", language] = part.split(".");
  const names: Record<string, string> = { ...cases.fields, story: cases.parts.story };
  const name = names[field] ?? field;
  return language === "en" || language === "ar" ? `${name} · ${cases.inLanguage[language]}` : name;
}

/** A part as readable text. */
export function printPart(locale: Locale, value: unknown): string {
  const { cases } = messages(locale);
  if (value === undefined) return cases.conflict.removedHere;
  if (value === null || value === "") return cases.conflict.empty;
  if (typeof value === "string") return value;
  if (typeof value !== "object") return String(value);
  if ((value as StoryNode).type === "doc") return storyText(value as StoryNode).trim() || cases.conflict.empty;
  const words: Record<string, unknown> = { ...cases.fields, ...cases.timeline, ...cases.claims };
  const lines = Object.entries(value).flatMap(([key, member]) => {
    if (HIDDEN.has(key) || member === null || member === "") return [];
    const text = printMember(locale, key, member);
    return text ? [`${String(words[key] ?? key)}: ${text}`] : [];
  });
  return lines.join("\n") || cases.conflict.empty;
}

/** One member of a claim, an entry or an exhibit; texts in both languages, one after the other. */
function printMember(locale: Locale, key: string, member: unknown): string {
  if (typeof member === "object" && member) return Object.values(member).filter(Boolean).join("\n");
  const word = String(member);
  return key === "verdict" && isVerdict(word) ? messages(locale).evidence.verdict[word] : word;
}
