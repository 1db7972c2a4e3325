import { buttonClass } from "#components/ui/button-class";
import { Icon } from "#components/ui/icon";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SpreadQuery } from "#lib/schemas/spread-query";
import { exportHref, type SpreadPlace } from "./spread-href";

type Props = { locale: Locale; place: SpreadPlace; query: Pick<SpreadQuery, "window"> & Partial<SpreadQuery> };

/** Posts and ties as files, for the days and the closeness of the page; a phrasing's page has no days to choose. */
export function ExportLinks({ locale, place, query }: Props) {
  const words = messages(locale).spread.exports;
  const { from, to } = query;
  const files = [
    { label: words.posts, href: exportHref(place, "posts", { from, to }) },
    { label: words.ties, href: exportHref(place, "ties", query) },
    { label: words.graph, href: exportHref(place, "ties", { ...query, format: "graphml" }) },
  ];
  return (
    <>
      <p className="flex flex-wrap gap-2">
        {files.map(({ label, href }) => (
          <a key={href} href={href} download className={buttonClass()}>
            <Icon name="download" />
            {label}
          </a>
        ))}
      </p>
      <p className="mt-2 max-w-measure text-sm text-ink-faint">
        {words.note} {place.kind === "phrasing" ? words.forWindow : words.forDays}
      </p>
    </>
  );
}
