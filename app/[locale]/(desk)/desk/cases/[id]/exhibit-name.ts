import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SnapshotExhibit } from "#lib/schemas/case-snapshot";

/** What people call an exhibit in lists: who said it, or where it was seen. */
export function exhibitName(locale: Locale, exhibit: SnapshotExhibit): string {
  const { exhibits } = messages(locale).cases;
  if (exhibit.kind === "post")
    return exhibit.post.authorHandle ? `@${exhibit.post.authorHandle}` : exhibit.capture.source.label;
  if (exhibit.kind === "wording") {
    return `${exhibits.kind.wording} · ${exhibits.posts(exhibit.wording.posts.length)}`;
  }
  if (exhibit.kind === "supplied") return exhibit.supplied.fileName;
  const [only] = exhibit.posts;
  if (exhibit.capture.source.kind === "post" && only?.authorHandle) return `@${only.authorHandle}`;
  return exhibit.capture.title ?? exhibit.capture.source.label;
}

/** The words of an exhibit, as they were written; null when it has none. */
export function exhibitText(exhibit: SnapshotExhibit): string | null {
  if (exhibit.kind === "wording") return exhibit.wording.text;
  if (exhibit.kind === "supplied") return null;
  return exhibit.kind === "post" ? exhibit.post.text : exhibit.capture.text;
}
