import type { ReactNode } from "react";
import { Icon } from "./icon";

type Props = { title: ReactNode; aside?: ReactNode; children: ReactNode; isOpen?: boolean };

/** A part of a desk page that few readers need: its heading stands, what is under it opens. Paper shows it open. */
export function FoldedCard({ title, aside, children, isOpen }: Props) {
  return (
    <section className="border-t-2 border-ink">
      <details open={isOpen} className="group/fold">
        <summary className="flex list-none flex-wrap items-baseline gap-x-3 gap-y-1 py-3 hover:underline [&::-webkit-details-marker]:hidden">
          <h2 className="font-serif text-xl font-semibold">{title}</h2>
          {aside && <span className="text-sm text-ink-faint">{aside}</span>}
          <Icon name="chevron-down" className="ms-auto self-center group-open/fold:rotate-180 print:hidden" />
        </summary>
        <div className="pb-3">{children}</div>
      </details>
    </section>
  );
}
