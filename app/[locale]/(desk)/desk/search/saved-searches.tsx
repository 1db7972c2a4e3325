import Link from "next/link";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SavedSearch } from "#lib/services/search/list-saved-searches";
import { SavedSearchActions } from "./saved-search-actions";

/** Searches shown at once; the others are one key away. */
const OPEN_SEARCHES = 5;

type Props = {
  locale: Locale;
  saved: SavedSearch[];
  /** What stands after `?` on the page that shows the list. */
  current: string;
};

/** What this person saved, newest first: each opens by its address. */
export function SavedSearches({ locale, saved, current }: Props) {
  const words = messages(locale).search.saved;
  const item = (one: SavedSearch) => (
    <li key={one.id} className="flex items-center gap-1 ps-2 hover:bg-wash focus-within:bg-wash">
      <Link
        href={`/${locale}/desk/search${one.query ? `?${one.query}` : ""}`}
        prefetch={false}
        aria-current={one.query === current ? "page" : undefined}
        className="min-w-0 grow truncate py-1 hover:underline aria-[current]:font-semibold"
      >
        <bdi>{one.name}</bdi>
      </Link>
      <SavedSearchActions locale={locale} search={one} />
    </li>
  );
  const rest = saved.slice(OPEN_SEARCHES);
  return (
    <section aria-labelledby="saved-searches" className="border-t border-hairline py-3">
      <h2 id="saved-searches" className="kicker mb-1 px-2 text-ink-faint">
        {words.title}
      </h2>
      {saved.length === 0 && <p className="px-2 text-sm text-ink-faint">{words.empty}</p>}
      <ul>{saved.slice(0, OPEN_SEARCHES).map(item)}</ul>
      {rest.length > 0 && (
        <details>
          <summary className="min-h-8 content-center px-2 text-sm text-ink-soft hover:underline">
            {messages(locale).search.facetRest(rest.length)}
          </summary>
          <ul>{rest.map(item)}</ul>
        </details>
      )}
    </section>
  );
}
