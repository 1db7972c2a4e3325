import Link from "next/link";
import type { HashtagUse } from "#lib/core/spread/views";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { hashtagHref } from "./spread-href";

/** Hashtags with how many posts have them, each leading to its page. */
export function HashtagUses({ locale, hashtags }: { locale: Locale; hashtags: readonly HashtagUse[] }) {
  const { spread } = messages(locale);
  if (hashtags.length === 0) return <p className="text-ink-soft">{spread.beside.none}</p>;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-2">
      {hashtags.map(({ text, folded, posts }) => (
        <li key={folded}>
          <Link href={hashtagHref(locale, folded)} prefetch={false} className="prose-link">
            <bdi>#{text}</bdi>
          </Link>{" "}
          <bdi className="text-sm text-ink-faint tabular-nums">{formatNumber(locale, posts)}</bdi>
        </li>
      ))}
    </ul>
  );
}
