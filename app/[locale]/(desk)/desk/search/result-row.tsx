import Link from "next/link";
import { CaptureThumb } from "#components/captures/capture-thumb";
import { MarkedText } from "#components/evidence/marked-text";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { WayMark } from "#components/evidence/way-mark";
import { accountHref, hashtagHref } from "#components/spread/spread-href";
import { cx } from "#components/ui/cx";
import { Icon } from "#components/ui/icon";
import { Mark } from "#components/ui/mark";
import { Time } from "#components/ui/time";
import type { Outcome } from "#lib/core/captures/types";
import { excerpt } from "#lib/core/search/excerpt";
import type { ArchiveHit, SearchNames } from "#lib/core/search/views";
import { textDirection } from "#lib/core/text/direction";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ExhibitTarget } from "#lib/schemas/case-inputs";
import { platformWord } from "./filter-words";
import { SelectBox } from "./row-choice";
import { RowEnd } from "./row-end";

/** A post is shown whole; of an article as much as a post. */
const MAX_CHARS = 320;

type Props = { locale: Locale; hit: ArchiveHit; names: SearchNames; isCollapsed: boolean };

/** One result: picture, who, where, when, the words with what was found, its state, its copies, what can be done. */
export function ResultRow({ locale, hit, names, isCollapsed }: Props) {
  const { search, time } = messages(locale);
  const part = excerpt(hit.text, hit.ranges, MAX_CHARS);
  const choice = { id: hit.id, target: targetOf(hit) };
  return (
    <li
      data-row=""
      className="relative flex gap-3 border-b border-hairline py-3.5 pe-2 focus-within:bg-wash hover:bg-wash"
    >
      <SelectBox choice={choice} label={search.select(nameOf(locale, hit))} />
      <CaptureThumb picture={hit.picture} className="max-sm:hidden sm:h-20 sm:w-28" />
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
          <p className="min-w-0">
            <Link
              href={hrefOf(locale, hit)}
              data-result=""
              prefetch={false}
              className="inline-block min-h-6 font-semibold wrap-anywhere after:absolute after:inset-0 hover:underline"
            >
              {hit.title ? (
                <bdi lang={hit.language ?? undefined}>
                  <MarkedText text={hit.title} ranges={hit.titleRanges} rangesMean="match" />
                </bdi>
              ) : (
                <bdi>{nameOf(locale, hit)}</bdi>
              )}
            </Link>
            {hit.account && (
              <>
                {" "}
                <Link
                  href={accountHref(locale, { platform: hit.platform, handle: hit.account })}
                  prefetch={false}
                  className="relative inline-block min-h-6 text-ink-faint hover:underline"
                >
                  <bdi dir="ltr">@{hit.account}</bdi>
                </Link>
              </>
            )}
          </p>
          <span className="flex items-center gap-1.5">
            {hit.kind === "supplied" && <Mark tone="info">{search.suppliedFile}</Mark>}
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
            className={cx(
              "mt-1 max-w-measure overflow-y-clip text-start font-serif text-reading wrap-anywhere",
              // Lines are part of a post; of a page they are its layout.
              hit.kind !== "capture" && "whitespace-pre-line",
            )}
          >
            {part.isCutBefore && "… "}
            <MarkedText text={part.text} ranges={part.ranges} rangesMean="match" />
            {part.isCutAfter && " …"}
          </p>
        )}
        <p className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-faint">
          <span>
            <bdi>{platformWord(locale, hit.platform)}</bdi>
            {" · "}
            {hit.kind === "capture" && `${search.captured} `}
            {hit.kind === "supplied" && `${search.received} `}
            {!hit.isTimeKnown && `${search.noTime} `}
            <Time locale={locale} at={hit.at} />
            {hit.suppliedBy && (
              <>
                {` · ${search.facet.suppliedBy} `}
                <bdi>{hit.suppliedBy}</bdi>
              </>
            )}
          </span>
          {hit.sourceId && (
            <Link
              href={`/${locale}/desk/sources/${hit.sourceId}`}
              prefetch={false}
              className="prose-link relative inline-flex min-h-6 items-center gap-1 text-ink-soft"
            >
              <Icon name="clock" className="size-4" />
              {time.title}
            </Link>
          )}
          {hit.hashtags.map((tag) => (
            <Link
              key={tag}
              href={hashtagHref(locale, tag)}
              prefetch={false}
              className="relative inline-block min-h-6 wrap-anywhere text-ink-soft hover:underline"
            >
              <bdi>#{names.hashtags[tag] ?? tag}</bdi>
            </Link>
          ))}
        </p>
        <RowEnd locale={locale} hit={hit} choice={choice} name={nameOf(locale, hit)} isCollapsed={isCollapsed} />
      </div>
    </li>
  );
}

/** Where the desk shows it: the captured copy, never the page outside. */
function hrefOf(locale: Locale, hit: ArchiveHit): string {
  if (hit.captureId) return `/${locale}/desk/captures/${hit.captureId}`;
  return hit.kind === "supplied" ? `/${locale}/desk/supplied/${hit.entityId}` : hit.url;
}

function nameOf(locale: Locale, hit: ArchiveHit): string {
  return hit.title || hit.accountName || hit.account || messages(locale).evidence.unknownAuthor;
}

function targetOf(hit: ArchiveHit): ExhibitTarget {
  if (hit.kind === "post") return { kind: "post", postId: hit.entityId, captureId: hit.captureId ?? undefined };
  if (hit.kind === "supplied") return { kind: "supplied", suppliedId: hit.entityId };
  return { kind: "capture", captureId: hit.entityId };
}
