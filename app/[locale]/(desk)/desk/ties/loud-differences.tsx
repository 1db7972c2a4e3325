import { Mark } from "#components/ui/mark";
import type { LoudDifference } from "#lib/core/duplicates/loud-differences";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** Numbers, names and negations that differ between two texts: what may turn one claim into another. */
export function LoudDifferences({ locale, loud }: { locale: Locale; loud: readonly LoudDifference[] }) {
  const { tie: words } = messages(locale).spread;
  if (loud.length === 0) return null;
  return (
    <span className="flex flex-wrap items-center gap-2">
      {loud.map(({ kind, before, after }) => (
        <Mark key={`${kind} ${before} ${after}`} tone="warn" icon="alert" className="whitespace-normal">
          {words.loudKind[kind]}: <bdi>{before || words.nothing}</bdi> / <bdi>{after || words.nothing}</bdi>
        </Mark>
      ))}
    </span>
  );
}
