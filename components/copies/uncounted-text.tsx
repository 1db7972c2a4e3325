import { VisuallyHidden } from "#components/ui/visually-hidden";
import { splitByRanges, type TextRange } from "#lib/core/text/segments";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Props = { locale: Locale; text: string; ranges: readonly TextRange[] };

/** A text in which formulas that do not count are dotted, and said so to who listens. */
export function UncountedText({ locale, text, ranges }: Props) {
  const { copies } = messages(locale);
  return splitByRanges(text, ranges).map((segment) =>
    segment.marked ? (
      <span
        key={segment.start}
        className="text-ink-soft underline decoration-edge decoration-dotted decoration-2 underline-offset-[0.3em]"
      >
        <VisuallyHidden>{copies.uncountedShort} </VisuallyHidden>
        {segment.text}
      </span>
    ) : (
      <span key={segment.start}>{segment.text}</span>
    ),
  );
}
