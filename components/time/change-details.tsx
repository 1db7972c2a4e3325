import type { ReactNode } from "react";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { Icon } from "#components/ui/icon";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import type { ChangeView } from "#lib/core/captures/timeline-views";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { TextChange } from "./text-change";

type Props = { locale: Locale; change: ChangeView; language?: string | null };

/** What changed, with the values before and after. */
export function ChangeDetails({ locale, change, language }: Props) {
  const { captures, time } = messages(locale);
  const { outcome, title, text, authorName, authorHandle, media, counts, posts } = change.details;
  const then = <Then locale={locale} />;
  return (
    <div className="flex flex-col gap-2">
      {outcome && (
        <p className="flex flex-wrap items-center gap-2">
          <OutcomeMark locale={locale} outcome={outcome.before} />
          {then}
          <OutcomeMark locale={locale} outcome={outcome.after} />
        </p>
      )}
      {title && <TextChange locale={locale} {...title} language={language} />}
      {text && <TextChange locale={locale} {...text} language={language} />}
      {authorName && (
        <Line name={time.kind.author_name}>
          <bdi>{authorName.before}</bdi> {then} <bdi className="font-semibold">{authorName.after}</bdi>
        </Line>
      )}
      {authorHandle && (
        <Line name={time.kind.author_handle}>
          <bdi dir="ltr">@{authorHandle.before}</bdi> {then}{" "}
          <bdi dir="ltr" className="font-semibold">
            @{authorHandle.after}
          </bdi>
        </Line>
      )}
      {media && (
        <Line name={time.kind.media}>
          {[
            media.gone.length > 0 && time.mediaGone(media.gone.length),
            media.added.length > 0 && time.mediaAdded(media.added.length),
          ]
            .filter(Boolean)
            .join(" · ")}
        </Line>
      )}
      {counts && (
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {Object.entries(counts).map(([name, { before, after }]) => (
            <li key={name} className="inline-flex items-center gap-1.5">
              <span className="text-ink-faint">{captures.count[name] ?? name}</span>
              <bdi className="tabular-nums">{formatNumber(locale, before)}</bdi>
              {then}
              <bdi className="font-semibold tabular-nums">{formatNumber(locale, after)}</bdi>
            </li>
          ))}
        </ul>
      )}
      {posts && (
        <p className="text-sm">
          {[
            posts.added.length > 0 && time.postsAdded(posts.added.length),
            posts.gone.length > 0 && time.postsGone(posts.gone.length),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
    </div>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <p className="text-sm">
      <span className="text-ink-faint">{name}: </span>
      {children}
    </p>
  );
}

/** An arrow in the reading direction, with a word for whoever does not see it. */
function Then({ locale }: { locale: Locale }) {
  return (
    <>
      <Icon name="arrow-end" className="inline-block size-4 align-middle text-ink-faint" />
      <VisuallyHidden> {messages(locale).time.becomes} </VisuallyHidden>
    </>
  );
}
