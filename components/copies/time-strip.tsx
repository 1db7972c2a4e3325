import { Time } from "#components/ui/time";
import type { PhrasingSpread } from "#lib/core/duplicates/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

const WIDTH = 640;
const HEIGHT = 36;
const MARGIN = 3;

type Props = {
  locale: Locale;
  spread: Pick<PhrasingSpread, "places" | "firstPostedAt" | "lastPostedAt" | "undated">;
  /** Without the sentence beneath: where several strips stand below one another, it is said once. */
  isBare?: boolean;
};

/**
 * A thin strip of time with one mark per post, running in the page's reading direction. A picture of posts that are
 * listed elsewhere, so screen readers skip it. Nothing is drawn of a single moment.
 */
export function TimeStrip({ locale, spread, isBare = false }: Props) {
  const { copies } = messages(locale);
  const { places, firstPostedAt, lastPostedAt, undated } = spread;
  if (firstPostedAt === null || lastPostedAt === null || firstPostedAt === lastPostedAt) return null;
  const marks = places.map((place) => (MARGIN + place * (WIDTH - 2 * MARGIN)).toFixed(1));
  return (
    <figure>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        className="block h-9 w-full text-ink rtl:-scale-x-100"
      >
        <path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} stroke="var(--edge)" vectorEffect="non-scaling-stroke" />
        <path
          d={marks.map((x) => `M${x} 4V${HEIGHT - 1}`).join("")}
          stroke="currentColor"
          strokeWidth="2"
          strokeOpacity="0.75"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <div className="mt-1 flex flex-wrap justify-between gap-x-6 text-sm text-ink-soft">
        <span>
          {copies.firstPosted}: <Time locale={locale} at={firstPostedAt} />
        </span>
        <span>
          {copies.lastPosted}: <Time locale={locale} at={lastPostedAt} />
        </span>
      </div>
      {(!isBare || undated > 0) && (
        <figcaption className="text-sm text-ink-faint">
          {!isBare && `${copies.strip} ${copies.sample}`} {undated > 0 && copies.undated(undated)}
        </figcaption>
      )}
    </figure>
  );
}
