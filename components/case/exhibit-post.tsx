import { Time } from "#components/ui/time";
import { textDirection } from "#lib/core/text/direction";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SnapshotPost } from "#lib/schemas/case-snapshot";

/** Who posted and when, each run in its own direction. */
export function Byline({ post, locale }: { post: SnapshotPost; locale: Locale }) {
  const t = messages(locale).reader.exhibit;
  return (
    <p className="text-sm text-ink-soft">
      <bdi className="font-semibold text-ink">{post.authorName ?? t.unknownAuthor}</bdi>
      {post.authorHandle ? (
        <>
          {" "}
          <bdi dir="ltr">@{post.authorHandle}</bdi>
        </>
      ) : null}
      {" · "}
      {post.postedAt ? <Time locale={locale} at={post.postedAt} /> : t.timeUnknown}
    </p>
  );
}

/** The words of a post as they were seen, in their own language and direction. */
export function PostText({ post, className }: { post: Pick<SnapshotPost, "text" | "language">; className?: string }) {
  if (!post.text) return null;
  return (
    <blockquote
      lang={post.language ?? undefined}
      dir={textDirection(post.text)}
      className={`whitespace-pre-line font-serif text-lg [overflow-wrap:anywhere] ${className ?? ""}`}
    >
      {post.text}
    </blockquote>
  );
}

/** What the newest look at a post said, when it no longer shows the post. */
export function Gone({ post, locale }: { post: SnapshotPost; locale: Locale }) {
  if (post.availability === "content" || post.availability === "partial") return null;
  const { reader, common } = messages(locale);
  return <p className="text-sm text-warn">{reader.exhibit.goneSince(common.outcome[post.availability])}</p>;
}
