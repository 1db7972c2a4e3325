type Props = {
  /** What is being done; read aloud. */
  label: string;
  value: number;
  max: number;
  /** The same in words, e.g. "12 of 40". */
  valueText: string;
};

/** How far a countable piece of work got: a hairline that fills from the start edge. */
export function Progress({ label, value, max, valueText }: Props) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={valueText}
      className="h-1 w-full overflow-hidden bg-hairline"
    >
      <div className="h-full bg-ink transition-[inline-size]" style={{ inlineSize: `${share * 100}%` }} />
    </div>
  );
}
