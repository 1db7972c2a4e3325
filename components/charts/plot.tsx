import type { ReactNode } from "react";
import { cx } from "#components/ui/cx";
import type { Scale } from "#lib/core/charts/scale";

type Props = {
  /** For people who do not see it: what is drawn, and what it shows. */
  title: string;
  desc: string;
  /** A unique start of ids on the page. */
  id: string;
  scale: Scale;
  /** A tick of the upright axis in words. */
  say: (value: number) => string;
  /** Ticks of a drawing above or below this one: both then begin in the same place. */
  beside?: readonly string[];
  /** The drawing, in percent of the width and height, from the start edge and from the top. */
  children: ReactNode;
  /** Words inside the drawing. */
  labels?: ReactNode;
  /** Words under the drawing. */
  axis?: ReactNode;
  className?: string;
};

/**
 * A drawing with an upright axis at its start edge. The picture is SVG, turned over where the page reads from right to
 * left; its words are HTML beside it, so that they keep their size on a phone and never turn over.
 */
export function Plot({ title, desc, id, scale, say, beside = [], children, labels, axis, className }: Props) {
  const widest = [...scale.ticks.map(say), ...beside].reduce(
    (one, other) => (other.length > one.length ? other : one),
    "",
  );
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
      <div aria-hidden="true" className="relative text-xs text-ink-faint tabular-nums">
        <span className="invisible">{widest}</span>
        {scale.ticks.map((value) => (
          <bdi
            key={value}
            className="absolute end-0 translate-y-1/2 leading-none"
            style={{ insetBlockEnd: `${(value / scale.top) * 100}%` }}
          >
            {say(value)}
          </bdi>
        ))}
      </div>
      <div className={cx("relative", className)}>
        <svg
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
          className="absolute inset-0 size-full overflow-visible rtl:-scale-x-100"
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{desc}</desc>
          {scale.ticks.map((value) => (
            <line
              key={value}
              x1="0"
              x2="100%"
              y1={`${100 - (value / scale.top) * 100}%`}
              y2={`${100 - (value / scale.top) * 100}%`}
              stroke={value === 0 ? "var(--ink)" : "var(--hairline)"}
              shapeRendering="crispEdges"
            />
          ))}
          {children}
        </svg>
        {labels}
      </div>
      {axis && <div className="col-start-2">{axis}</div>}
    </div>
  );
}

/** A line or area over the whole drawing. @param points in percent from the start edge and from the top. */
export function PlotPath({
  points,
  isArea,
  ...rest
}: {
  points: readonly (readonly [x: number, y: number])[];
  isArea?: boolean;
  className?: string;
  stroke?: string;
  strokeWidth?: number;
  strokeDasharray?: string;
  fill?: string;
}) {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const line = points.map(([x, y]) => `${round(x)} ${round(y)}`).join("L");
  const path = isArea ? `M${round(first[0])} 100L${line}L${round(last[0])} 100Z` : `M${line}`;
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" className="overflow-visible" aria-hidden="true">
      <path d={path} fill="none" strokeLinejoin="round" vectorEffect="non-scaling-stroke" {...rest} />
    </svg>
  );
}

const round = (value: number) => Math.round(value * 1000) / 1000;
