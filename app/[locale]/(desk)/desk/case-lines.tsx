import Link from "next/link";
import { Time } from "#components/ui/time";
import { type Locale, otherLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseListItem } from "#lib/services/cases/list-cases";

type Props = { locale: Locale; title: string; items: CaseListItem[] };

/** Case files in a few lines, for the desk's first page. */
export function CaseLines({ locale, title, items }: Props) {
  const { captures, home } = messages(locale);
  return (
    <section aria-labelledby="cases-in-review">
      <h3 id="cases-in-review" className="text-sm font-semibold text-ink-soft">
        {title}
      </h3>
      <ul>
        {items.map((item) => (
          <li key={item.id} className="relative border-b border-hairline py-2 hover:bg-wash focus-within:bg-wash">
            <Link
              href={`/${locale}/desk/cases/${item.id}`}
              className="font-serif text-lg font-semibold after:absolute after:inset-0 hover:underline"
            >
              <bdi>{item.title[locale] || item.title[otherLocale(locale)] || captures.detail.untitledCase}</bdi>
            </Link>
            <p className="text-sm text-ink-faint">
              <Time locale={locale} at={item.updatedAt} /> · {home.lastEdited} <bdi>{item.lastEditedBy}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
