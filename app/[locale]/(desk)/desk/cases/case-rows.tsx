import Link from "next/link";
import { SampleMark } from "#components/evidence/sample-notice";
import { Day, Time } from "#components/ui/time";
import { type Locale, otherLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseListItem } from "#lib/services/cases/list-cases";
import { StatusMark } from "./status-mark";

/** The case files of one page of the list: headline first, then where it stands and who had it last. */
export function CaseRows({ locale, items }: { locale: Locale; items: CaseListItem[] }) {
  return (
    <ul className="border-t border-ink">
      {items.map((item) => (
        <CaseRow key={item.id} locale={locale} item={item} />
      ))}
    </ul>
  );
}

function CaseRow({ locale, item }: { locale: Locale; item: CaseListItem }) {
  const { cases } = messages(locale);
  const other = otherLocale(locale);
  const isOther = !item.title[locale];
  const title = item.title[locale] || item.title[other] || cases.untitled;
  const place = item.place[locale] || item.place[other];
  return (
    <li className="relative grid gap-x-6 gap-y-1 border-b border-hairline py-4 hover:bg-wash focus-within:bg-wash sm:grid-cols-[minmax(0,1fr)_15rem] sm:px-3">
      <div className="min-w-0">
        <p className="text-sm text-ink-faint">
          {place && <bdi>{place}</bdi>}
          {place && item.incidentDate && " · "}
          {item.incidentDate && <Day locale={locale} date={item.incidentDate} />}
        </p>
        <h2 className="font-serif text-xl font-semibold">
          <Link
            href={`/${locale}/desk/cases/${item.id}`}
            className="after:absolute after:inset-0 hover:underline"
            lang={isOther ? other : undefined}
          >
            <bdi>{title}</bdi>
          </Link>
        </h2>
        <p className="text-sm text-ink-faint">
          <bdi dir="ltr" className="font-mono">
            {item.slug}
          </bdi>
          {" · "}
          {cases.list.claims(item.claims)}
          {" · "}
          {cases.list.exhibits(item.exhibits)}
        </p>
      </div>
      <div className="flex flex-wrap content-start items-center gap-x-2 gap-y-1 sm:justify-end sm:text-end">
        {item.isSample && <SampleMark locale={locale} />}
        <StatusMark locale={locale} status={item.status} />
        {item.publishedNumber !== null && (item.status === "draft" || item.status === "in_review") && (
          <span className="text-sm text-ink-soft">{cases.list.showingDraft}</span>
        )}
        <p className="text-sm text-ink-faint sm:basis-full">
          <Time locale={locale} at={item.updatedAt} className="block" />
          {cases.list.changedBy} <bdi>{item.lastEditedBy}</bdi>
        </p>
      </div>
    </li>
  );
}
