import { CopyButton } from "./copy-button";
import { cx } from "./cx";

type Props = {
  value: string;
  /** Shows only the first characters; the whole value is copied and in the title. */
  short?: boolean;
  /** Words of the copy button; none leaves it out. */
  copy?: { label: string; copiedLabel: string };
  className?: string;
};

/** A hash, an id or another machine value: mono, left to right, copyable. */
export function Hash({ value, short, copy, className }: Props) {
  return (
    <span className={cx("inline-flex max-w-full items-center gap-0.5", className)}>
      <bdi dir="ltr" title={short ? value : undefined} className="min-w-0 font-mono text-[0.92em] break-all">
        {short ? `${value.slice(0, 12)}…` : value}
      </bdi>
      {copy && <CopyButton value={value} label={copy.label} copiedLabel={copy.copiedLabel} className="size-7" />}
    </span>
  );
}
