import Link from "next/link";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { accountHref } from "#components/spread/spread-href";
import { Icon } from "#components/ui/icon";
import { Mark } from "#components/ui/mark";
import { Time } from "#components/ui/time";
import { holdsContent } from "#lib/core/captures/types";
import { textDirection } from "#lib/core/text/direction";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ObservationView } from "#lib/services/captures/observation-view";

/** Who posted, when, what, and how often it was answered and passed on, as one capture saw it. */
export function PostWords({ locale, post }: { locale: Locale; post: ObservationView }) {
  const { captures, copies, evidence, postDetails } = messages(locale);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="font-semibold">{post.authorName ?? post.authorHandle ?? evidence.unknownAuthor}</bdi>
        {post.authorHandle && (
          <Link
            href={accountHref(locale, { platform: post.platform, handle: post.authorHandle })}
            prefetch={false}
            className="text-ink-faint hover:underline"
          >
            <bdi dir="ltr">@{post.authorHandle}</bdi>
          </Link>
        )}
        {post.postedAt && <Time locale={locale} at={post.postedAt} className="text-sm text-ink-faint" />}
        {post.outcome !== "content" && <OutcomeMark locale={locale} outcome={post.outcome} />}
      </p>
      {holdsContent(post.outcome) ? (
        <p
          dir={textDirection(post.text ?? "")}
          lang={post.language ?? undefined}
          className="mt-1 max-w-measure text-start font-serif text-reading wrap-anywhere whitespace-pre-line"
        >
          {post.text ?? evidence.noText}
        </p>
      ) : (
        <p className="mt-1 text-ink-soft">{evidence.outcomeMeaning[post.outcome]}</p>
      )}
      {(post.details.isTruncated || post.details.isStaleEdit || post.details.disagreements) && (
        <p className="mt-1.5 flex flex-wrap gap-2">
          {post.details.isTruncated && (
            <Mark tone="warn" icon="half">
              {postDetails.truncated}
            </Mark>
          )}
          {post.details.isStaleEdit && (
            <Mark tone="info" icon="edit">
              {postDetails.staleEdit}
            </Mark>
          )}
          {post.details.disagreements && (
            <Mark tone="warn" icon="alert">
              {postDetails.disagreements}
            </Mark>
          )}
        </p>
      )}
      <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-faint">
        {post.wordingId && (
          <Link
            href={`/${locale}/desk/copies?post=${post.postId}`}
            prefetch={false}
            className="inline-flex items-center gap-1 text-ink-soft prose-link"
          >
            <Icon name="copies" className="size-4" />
            {copies.action}
          </Link>
        )}
        {post.sameWording > 1 && post.wordingId && (
          <Link
            href={`/${locale}/desk/wordings/${post.wordingId}`}
            prefetch={false}
            className="prose-link text-ink-soft"
          >
            {captures.detail.sameWording(post.sameWording)}
          </Link>
        )}
        {Object.entries(post.counts).map(([name, count]) => (
          <bdi key={name}>
            {captures.count[name] ?? name} {formatNumber(locale, count)}
          </bdi>
        ))}
        <bdi dir="ltr" className="font-mono text-[0.92em] wrap-anywhere">
          {post.platformId}
        </bdi>
      </p>
    </>
  );
}
