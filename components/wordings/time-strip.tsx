import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

const WIDTH = 640;
const HEIGHT = 36;

/**
 * A thin strip of time with one mark per post, running in the page's reading direction. A picture of the list of posts
 * beneath it, so screen readers skip it.
 * @param times ISO; with fewer than two there is nothing to draw.
 */
export function TimeStrip({ locale, times }: { locale: Locale; times: readonly string[] }) {
  const { wording } = messages(locale).search;
  const moments = times.map((time) => Date.parse(time)).sort((a, b) => a - b);
  const first = moments[0];
  const last = moments.at(-1);
  if (moments.length < 2 || first === undefined || last === undefined) return null;
  const span = Math.max(1, last - first);
  const places = moments.map((moment) => (3 + ((moment - first) / span) * (WIDTH - 6)).toFixed(1));
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
          d={places.map((x) => `M${x} 4V${HEIGHT - 1}`).join("")}
          stroke="currentColor"
          strokeWidth="2"
          strokeOpacity="0.75"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <div className="mt-1 flex flex-wrap justify-between gap-x-6 text-sm text-ink-soft">
        <span>
          {wording.firstPosted}: <Time locale={locale} at={new Date(first)} />
        </span>
        <span>
          {wording.lastPosted}: <Time locale={locale} at={new Date(last)} />
        </span>
      </div>
      <figcaption className="text-sm text-ink-faint">
        {wording.strip} {wording.sample}
      </figcaption>
    </figure>
  );
}
