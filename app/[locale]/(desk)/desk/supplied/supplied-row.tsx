import Link from "next/link";
import { Icon } from "#components/ui/icon";
import { Mark } from "#components/ui/mark";
import { Time } from "#components/ui/time";
import { formatBytes } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SuppliedItem } from "#lib/services/supplied/list-supplied";

/** One supplied file in a list: what it is, who brought it, what is said about it. */
export function SuppliedRow({ locale, item }: { locale: Locale; item: SuppliedItem }) {
  const { supplied: words } = messages(locale);
  const isPicture = item.width !== null;
  return (
    <li className="relative flex gap-3 border-b border-hairline py-2.5 ps-2 pe-2 focus-within:bg-wash hover:bg-wash">
      <span className="flex size-16 shrink-0 items-center justify-center overflow-hidden border border-hairline bg-sheet text-ink-faint">
        {isPicture ? (
          <img
            src={`/api/supplied/${item.id}?w=160`}
            alt=""
            loading="lazy"
            className="size-full object-cover object-top"
          />
        ) : (
          <Icon name="archive" className="size-6" />
        )}
      </span>
      <div className="min-w-0 grow">
        <p className="flex items-baseline justify-between gap-3">
          <Link
            href={`/${locale}/desk/supplied/${item.id}`}
            dir="auto"
            className="min-w-0 truncate font-semibold after:absolute after:inset-0 hover:underline"
          >
            <bdi>{item.fileName}</bdi>
          </Link>
          <Mark>{words.one}</Mark>
        </p>
        <p className="truncate text-ink-soft">
          {words.format[item.format]} · <bdi>{formatBytes(locale, item.bytes)}</bdi>
          {item.note && (
            <>
              {" "}
              · <bdi>{item.note}</bdi>
            </>
          )}
        </p>
        <p className="truncate text-sm text-ink-faint">
          <Time locale={locale} at={item.receivedAt} /> · {words.by} <bdi>{item.suppliedBy}</bdi>
        </p>
      </div>
    </li>
  );
}
