import Link from "next/link";
import { CaptureThumb } from "#components/captures/capture-thumb";
import { MarkedText } from "#components/evidence/marked-text";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { WayMark } from "#components/evidence/way-mark";
import { Icon } from "#components/ui/icon";
import { Time } from "#components/ui/time";
import type { Outcome } from "#lib/core/captures/types";
import { excerpt } from "#lib/core/search/excerpt";
import type { ArchiveHit } from "#lib/core/search/views";
import { textDirection } from "#lib/core/text/direction";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { filterWord } from "./filter-words";

/** A post is shown whole; of an article as much as a post. */
const MAX_CHARS = 320;

/** One result: picture, who, where, when, the words with what was found, its state and its copies. */
export function ResultRow({ locale, hit }: { locale: Locale; hit: ArchiveHit }) {
  const { search } = messages(locale);
  const part = excerpt(hit.text, hit.ranges, MAX_CHARS);
  const own = hit.captureId ? `/captures/${hit.captureId}` : `/${hit.kind}/${hit.entityId}`;
  const href = hit.captureId || hit.kind === "supplied" ? `/${locale}/desk${own}` : hit.url;
  return (
    <li className="relative flex gap-4 border-b border-hairline py-3.5 ps-2 pe-2 hover:bg-wash focus-within:bg-wash">
      <CaptureThumb picture={hit.picture} className="max-sm:hidden sm:h-20 sm:w-28" />
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
          <p className="min-w-0">
            <Link
              href={href}
              data-result=""
              className="font-semibold wrap-anywhere after:absolute after:inset-0 hover:underline"
            >
              <ResultName locale={locale} hit={hit} />
            </Link>
            {hit.account && (
              <>
                {" "}
                <bdi dir="ltr" className="text-ink-faint">
                  @{hit.account}
                </bdi>
              </>
            )}
          </p>
          <span className="flex items-center gap-1.5">
            <WayMark locale={locale} way={hit.way} />
            {hit.outcome && hit.outcome !== "content" && (
              <OutcomeMark locale={locale} outcome={hit.outcome as Outcome} />
            )}
          </span>
        </div>
        {part.text !== "" && (
          <p
            dir={textDirection(hit.text)}
            lang={hit.language ?? undefined}
            className="mt-1 max-w-measure text-start font-serif text-reading wrap-anywhere whitespace-pre-line"
          >
            {part.isCutBefore && "… "}
            <MarkedText text={part.text} ranges={part.ranges} rangesMean="match" />
            {part.isCutAfter && " …"}
          </p>
        )}
        <p className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-faint">
          <span>
            <bdi>{filterWord(locale, { field: "platform", value: hit.platform })}</bdi>
            {" · "}
            {hit.kind === "capture" && `${search.captured} `}
            <Time locale={locale} at={hit.at} />
          </span>
          {hit.sourceId && (
            <Link
              href={`/${locale}/desk/sources/${hit.sourceId}`}
              prefetch={false}
              className="relative inline-flex min-h-6 items-center gap-1 text-ink-soft prose-link"
            >
              <Icon name="clock" className="size-4" />
              {messages(locale).time.title}
            </Link>
          )}
          {hit.copies > 1 && hit.wordingId && (
            <Link
              href={`/${locale}/desk/wordings/${hit.wordingId}`}
              className="relative inline-flex min-h-6 items-center gap-1 text-ink-soft prose-link"
            >
              <Icon name="phrasing" className="size-4" />
              {search.copies(hit.copies)}
            </Link>
          )}
        </p>
      </div>
    </li>
  );
}

function ResultName({ locale, hit }: { locale: Locale; hit: ArchiveHit }) {
  if (hit.title) {
    return (
      <bdi lang={hit.language ?? undefined}>
        <MarkedText text={hit.title} ranges={hit.titleRanges} rangesMean="match" />
      </bdi>
    );
  }
  return <bdi>{hit.accountName ?? hit.account ?? messages(locale).evidence.unknownAuthor}</bdi>;
}
