import { cx } from "./cx";
import { ICON_PATHS, type IconName, TURNS_WITH_READING } from "./icon-paths";

export type { IconName } from "./icon-paths";

/** A picture from our own set (24 px grid, 1.6 px line). Decoration unless it has a label. */
export function Icon({ name, className, label }: { name: IconName; className?: string; label?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      // Attributes lose against any size utility.
      width="1.2em"
      height="1.2em"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className={cx("shrink-0", TURNS_WITH_READING.has(name) && "rtl:-scale-x-100", className)}
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
