import type { ReactNode } from "react";

type Props = { title: string; children: ReactNode; actions?: ReactNode; aside?: ReactNode };

/** A page that has only a sentence to say: not found, broken. */
export function PageNotice({ title, children, actions, aside }: Props) {
  return (
    <div className="mx-auto max-w-measure px-4 py-16 sm:py-24">
      <div className="border-t-4 border-stamp pt-5">
        <h1 className="font-serif text-3xl font-semibold">{title}</h1>
        <p className="mt-3 font-serif text-reading text-ink-soft">{children}</p>
        {actions && <div className="mt-6 flex flex-wrap gap-3">{actions}</div>}
        {aside && <p className="mt-6 text-sm text-ink-faint">{aside}</p>}
      </div>
    </div>
  );
}
