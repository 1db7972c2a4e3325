import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";

export type Tone = "good" | "warn" | "bad" | "info" | "quiet" | "stamp";

const TONES: Record<Tone, string> = {
  good: "border-good/40 bg-good-wash text-good",
  warn: "border-warn/40 bg-warn-wash text-warn",
  bad: "border-bad/40 bg-bad-wash text-bad",
  info: "border-info/40 bg-info-wash text-info",
  quiet: "border-hairline bg-wash text-ink-soft",
  stamp: "border-stamp/40 bg-stamp-wash text-stamp-deep",
};

/** A state in a word, with a shape: nothing depends on the colour alone. */
export function Mark({
  tone = "quiet",
  icon,
  children,
  className,
}: {
  tone?: Tone;
  icon?: IconName;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap",
        TONES[tone],
        className,
      )}
    >
      {icon && <Icon name={icon} className="size-3.5" />}
      {children}
    </span>
  );
}
