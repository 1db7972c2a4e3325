import { type ReactNode, useId } from "react";
import { countScale } from "#lib/core/charts/scale";
import type { PostBin } from "#lib/core/spread/bin-posts";
import { type PostTimeline, sumBins } from "#lib/core/spread/views";
import { formatNumber, formatShare, formatTime } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { ChartFigure } from "./chart-figure";
import { Plot } from "./plot";
import { SeriesPatterns, Swatch, seriesFill } from "./swatch";
import { TimeAxis } from "./time-axis";
import { TimelineNotes } from "./timeline-notes";
import { TimelineTable } from "./timeline-table";

type Props = {
  locale: Locale;
  timeline: PostTimeline;
  /** How the posts came into the archive, in a sentence. */
  collected?: ReactNode;
  /** Where the same page draws the posts that are left out here, too. */
  wholeHref?: string;
};

/** Of a bar's place, how much it fills. */
const BAR = 0.84;
const SHARE_SCALE = { top: 1, ticks: [0, 1] };
/** A share of fewer originals says little: it is drawn light. */
const FEW = 5;

/** Posts over time: copied wordings, wordings of their own and reposts on one another, and under it the share of the copied. */
export function PostTimelineChart({ locale, timeline, collected, wholeHref }: Props) {
  const { charts } = messages(locale);
  const words = charts.timeline;
  const id = useId();
  const { bins, counts } = timeline;
  if (!bins) return <p className="text-base text-ink-soft">{words.none}</p>;
  const total = sumBins(counts);
  const scale = countScale(Math.max(...counts.map((bin) => bin.originals + bin.reposts)));
  const say = (value: number) => formatNumber(locale, value);
  const sayShare = (value: number) => formatShare(locale, value);
  const share = total.originals > 0 ? total.copied / total.originals : 0;
  const [from, to] = [bins.startMs, bins.startMs + bins.count * bins.stepMs].map((ms) =>
    formatTime(locale, new Date(ms)),
  );
  const desc = words.desc(total.originals + total.reposts, from ?? "", to ?? "");
  const width = 100 / bins.count;
  const bar = (i: number) => ({ x: `${(i + (1 - BAR) / 2) * width}%`, width: `${width * BAR}%` });
  return (
    <ChartFigure
      locale={locale}
      title={words.title}
      collected={collected}
      notes={<TimelineNotes locale={locale} timeline={timeline} wholeHref={wholeHref} />}
      table={<TimelineTable locale={locale} counts={counts} />}
    >
      <p className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft">
        <Swatch id={id} look="full">
          {words.copied}: <bdi>{say(total.copied)}</bdi> (<bdi>{formatShare(locale, share)}</bdi>{" "}
          {words.shareOfOriginals})
        </Swatch>
        <Swatch id={id} look="hatched">
          {words.own}: <bdi>{say(total.originals - total.copied)}</bdi>
        </Swatch>
        <Swatch id={id} look="dotted">
          {words.reposts}: <bdi>{say(total.reposts)}</bdi>
        </Swatch>
      </p>
      <p className="mb-1.5 text-xs text-ink-faint">
        {charts.per[bins.step]}. {charts.utc}
      </p>
      <Plot
        id={id}
        title={words.title}
        desc={desc}
        scale={scale}
        say={say}
        beside={SHARE_SCALE.ticks.map(sayShare)}
        className="h-48"
      >
        <SeriesPatterns id={id} />
        {counts.map((bin, i) =>
          stack(bin).map(({ look, from: base, posts }) => (
            <rect
              key={`${bin.startMs} ${look}`}
              {...bar(i)}
              y={`${100 - ((base + posts) / scale.top) * 100}%`}
              height={`${(posts / scale.top) * 100}%`}
              fill={seriesFill(id, look)}
            />
          )),
        )}
      </Plot>
      <p className="mt-4 mb-1.5 text-xs text-ink-faint">
        {words.share} ({words.shareOfOriginals}). {words.few(FEW)}
      </p>
      <Plot
        id={`${id}-share`}
        title={words.share}
        desc={`${words.share}: ${formatShare(locale, share)}`}
        scale={SHARE_SCALE}
        say={sayShare}
        beside={scale.ticks.map(say)}
        className="h-10"
        axis={<TimeAxis locale={locale} bins={bins} />}
      >
        {counts.map((bin, i) =>
          bin.copied > 0 ? (
            <rect
              key={bin.startMs}
              {...bar(i)}
              y={`${100 - (bin.copied / bin.originals) * 100}%`}
              height={`${(bin.copied / bin.originals) * 100}%`}
              fill={seriesFill(id, bin.originals < FEW ? "hatched" : "full")}
            />
          ) : null,
        )}
      </Plot>
    </ChartFigure>
  );
}

/** One bar from the bottom up, without its empty parts. */
function stack(bin: PostBin) {
  const own = bin.originals - bin.copied;
  return [
    { look: "full" as const, from: 0, posts: bin.copied },
    { look: "hatched" as const, from: bin.copied, posts: own },
    { look: "dotted" as const, from: bin.originals, posts: bin.reposts },
  ].filter(({ posts }) => posts > 0);
}
