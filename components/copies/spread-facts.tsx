import type { PhrasingSpread } from "#lib/core/duplicates/views";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

const WITHIN = ["minute", "hour", "day"] as const;

/** How close together the posts of a phrasing are: counts, no judgement; originals and reposts apart. */
export function SpreadFacts({ locale, spread }: { locale: Locale; spread: PhrasingSpread }) {
  const { copies } = messages(locale);
  // One post, or none with a time: nothing can be close together.
  if (spread.firstPostedAt === null || spread.posts < 2) return null;
  return (
    <dl aria-label={copies.spread} className="grid max-w-xl grid-cols-3 gap-x-4">
      {WITHIN.map((name) => {
        const { originals, reposts } = spread.within[name];
        return (
          <div key={name} className="flex flex-col-reverse justify-end">
            <dt className="text-sm text-ink-faint">{copies.within[name]}</dt>
            <dd className="text-base">
              <span className="text-lg font-semibold tabular-nums">{formatNumber(locale, originals)}</span>
              {reposts > 0 && <span className="text-sm text-ink-soft"> {copies.plusReposts(reposts)}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
