import type { ReactNode } from "react";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Props = {
  locale: Locale;
  /** What the chart shows, as a headline. */
  title: string;
  /** What it says, in a sentence with its numbers. */
  finding?: ReactNode;
  /** The drawing. */
  children: ReactNode;
  /** The same numbers as a table, one key away. */
  table: ReactNode;
  /** How the posts came into the archive; the line that they are a sample is always there. */
  collected?: ReactNode;
  /** What else the reader must know to read it right. */
  notes?: ReactNode;
};

/** The frame of every chart: headline, sentence, drawing, where the numbers come from, the numbers themselves. */
export function ChartFigure({ locale, title, finding, children, table, collected, notes }: Props) {
  const { charts } = messages(locale);
  return (
    <figure className="min-w-0 border-t border-ink pt-2.5">
      <h3 className="font-serif text-lg font-semibold">{title}</h3>
      {finding && <p className="mt-0.5 max-w-measure text-base text-ink-soft">{finding}</p>}
      <div className="mt-4">{children}</div>
      <figcaption className="mt-2 max-w-measure space-y-1 text-sm text-ink-faint">
        {notes && <p>{notes}</p>}
        <p>
          {charts.sample} {collected}
        </p>
      </figcaption>
      <details className="mt-1">
        <summary className="inline-flex min-h-8 items-center text-sm font-medium text-ink-soft underline decoration-hairline underline-offset-4 hover:text-ink">
          {charts.numbers}
        </summary>
        <div className="mt-2 max-h-96 overflow-y-auto">{table}</div>
      </details>
    </figure>
  );
}
