import Link from "next/link";
import { Suspense } from "react";
import { PhrasingCountsLine } from "#components/copies/phrasing-counts";
import { TimeStrip } from "#components/copies/time-strip";
import { UncountedText } from "#components/copies/uncounted-text";
import type { PhrasingSpread, PhrasingSummary } from "#lib/core/duplicates/views";
import { textDirection } from "#lib/core/text/direction";
import type { Locale } from "#lib/i18n/locales";
import { phrasingHref } from "./phrasings-href";

type Spreads = Promise<ReadonlyMap<string, PhrasingSpread>>;
type Props = { locale: Locale; phrasing: PhrasingSummary; spreads: Spreads };

/** A phrasing in the list: its text, who and how many, when. */
export function PhrasingRow({ locale, phrasing, spreads }: Props) {
  return (
    <li className="relative grid items-start gap-x-8 gap-y-2 border-b border-hairline py-4 ps-2 pe-2 hover:bg-wash focus-within:bg-wash lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
      <div className="min-w-0">
        <p
          dir={textDirection(phrasing.text)}
          className="line-clamp-3 max-w-measure text-start font-serif text-reading wrap-anywhere"
        >
          <Link
            href={phrasingHref(locale, phrasing.id)}
            prefetch={false}
            className="after:absolute after:inset-0 hover:underline"
          >
            <UncountedText locale={locale} text={phrasing.text} ranges={phrasing.boilerplate} />
          </Link>
        </p>
        <PhrasingCountsLine locale={locale} counts={phrasing} />
      </div>
      <Suspense fallback={<div className="h-16" />}>
        <RowStrip locale={locale} id={phrasing.id} spreads={spreads} />
      </Suspense>
    </li>
  );
}

async function RowStrip({ locale, id, spreads }: { locale: Locale; id: string; spreads: Spreads }) {
  const spread = (await spreads).get(id);
  return spread ? <TimeStrip locale={locale} spread={spread} isBare /> : null;
}
