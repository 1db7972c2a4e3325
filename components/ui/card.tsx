import type { ReactNode } from "react";
import { cx } from "./cx";

type Props = { title?: ReactNode; aside?: ReactNode; children: ReactNode; className?: string; as?: "section" | "div" };

/** A part of a desk page: a rule, a heading, its content. Hairlines, not boxes. */
export function Card({ title, aside, children, className, as: Element = "section" }: Props) {
  return (
    <Element className={cx("border-t-2 border-ink pt-3", className)}>
      {(title || aside) && (
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          {title && <h2 className="font-serif text-xl font-semibold">{title}</h2>}
          {aside && <div className="text-sm text-ink-faint">{aside}</div>}
        </div>
      )}
      {children}
    </Element>
  );
}
