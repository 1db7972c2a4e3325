import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

type TableProps = { label: string; children: ReactNode; className?: string };

/**
 * A table with hairlines. It scrolls sideways inside itself on a phone, reachable by keyboard; a shade at an edge says
 * that columns go on there. `relative` keeps words for screen readers inside the scrolling part too; they would widen
 * the page.
 */
export function Table({ label, children, className }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (axe scrollable-region-focusable)
    <section aria-label={label} tabIndex={0} className="max-lg:edge-shades relative overflow-x-auto">
      <table className={cx("w-full border-collapse text-start text-base", className)}>{children}</table>
    </section>
  );
}

/** The row of column names. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="border-b border-ink text-start">
      <tr>{children}</tr>
    </thead>
  );
}

/** A row that shows where the pointer or the focus is. */
export function TableRow({ className, ...rest }: ComponentProps<"tr">) {
  return (
    <tr {...rest} className={cx("group border-b border-hairline hover:bg-wash focus-within:bg-wash", className)} />
  );
}

/** Reading starts at the start edge unless the column says `text-end`, as columns of numbers do. */
const side = (className: string | undefined) => !/\btext-end\b/.test(className ?? "") && "text-start";

/** A column's name. */
export function HeaderCell({ className, scope = "col", ...rest }: ComponentProps<"th">) {
  return (
    <th
      {...rest}
      scope={scope}
      className={cx("px-3 py-2 text-xs font-semibold text-ink-faint first:ps-0 last:pe-0", side(className), className)}
    />
  );
}

/** One value. */
export function Cell({ className, ...rest }: ComponentProps<"td">) {
  return <td {...rest} className={cx("px-3 py-2.5 align-top first:ps-0 last:pe-0", side(className), className)} />;
}
