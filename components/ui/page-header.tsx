import type { ReactNode } from "react";

type Props = { title: ReactNode; kicker?: ReactNode; lead?: ReactNode; actions?: ReactNode };

/** The head of a desk page: its name, one sentence, the things that can be done here. */
export function PageHeader({ title, kicker, lead, actions }: Props) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 border-b border-hairline pb-4">
      <div className="min-w-0 max-w-measure">
        {kicker && <p className="kicker mb-1 text-ink-faint">{kicker}</p>}
        <h1 className="font-serif text-3xl font-semibold">{title}</h1>
        {lead && <p className="mt-1.5 text-base text-ink-soft">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
