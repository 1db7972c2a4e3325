import type { Locale } from "#lib/i18n/locales";
import type { CaptureDetail } from "#lib/services/captures/get-capture";
import type { ObservationView } from "#lib/services/captures/observation-view";
import { PostWords } from "./post-words";

/** The one post that a post's own capture is about; undefined for lists, articles and posts that were not seen. */
export function focalPost({ source, observations }: CaptureDetail): ObservationView | undefined {
  const [only, ...others] = observations;
  return source.kind === "post" && others.length === 0 && only?.outcome === "content" ? only : undefined;
}

/** That post in its words. */
export function FocalPost({ locale, post, className }: { locale: Locale; post: ObservationView; className?: string }) {
  return (
    <div className={className}>
      <PostWords locale={locale} post={post} />
    </div>
  );
}
