import Link from "next/link";
import { formatDay } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { TieQuery } from "#lib/schemas/spread-query";

type Props = { locale: Locale; query: TieQuery /** As somebody wrote it, without `#`. */; hashtag: string };

/** Which posts alone are laid side by side, when the page was opened from a table that counts those, and the way to all. */
export function TieNarrowed({ locale, query, hashtag }: Props) {
  const { period, tie: words } = messages(locale).spread;
  const { a, b, window, from, to, phrasing } = query;
  const days =
    from && to
      ? period.only(formatDay(locale, from), formatDay(locale, to))
      : from
        ? period.onlyFrom(formatDay(locale, from))
        : to && period.onlyTo(formatDay(locale, to));
  return (
    <p className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-1 border-s-3 border-info ps-3 text-base">
      {hashtag && <span>{words.onlyHashtag(hashtag)}</span>}
      {days && <span>{days}</span>}
      {phrasing && <span>{words.onlyPhrasing}</span>}
      <Link
        href={`/${locale}/desk/ties?${new URLSearchParams({ a, b, window })}`}
        prefetch={false}
        className="prose-link"
      >
        {words.allPosts}
      </Link>
    </p>
  );
}

/** Whether the address names posts that alone count. */
export function isNarrowed({ hashtag, from, to, phrasing }: TieQuery): boolean {
  return Boolean(hashtag || from || to || phrasing);
}
