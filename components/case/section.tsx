import type { ReactNode } from "react";
import { cx } from "#components/ui/cx";

type SectionProps = {
  /** Target of jump links. */
  id: string;
  title: string;
  /** Exhibits need more room than lines that are read. */
  wide?: boolean;
  children: ReactNode;
};

/** A part of a case page below its own rule and heading. */
export function Section({ id, title, wide, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6 border-t border-ink pt-4">
      <h2 id={`${id}-title`} className="mb-5 font-serif text-2xl font-semibold">
        {title}
      </h2>
      <div className={cx(!wide && "max-w-measure")}>{children}</div>
    </section>
  );
}
