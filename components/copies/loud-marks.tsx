import { Icon } from "#components/ui/icon";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import type { LoudDifference } from "#lib/core/duplicates/loud-differences";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** Differences named; a longer list helps nobody. */
const MAX_NAMED = 6;

/** Numbers, names and negations that differ: loud, because the rest of the text looks the same. */
export function LoudMarks({ locale, loud }: { locale: Locale; loud: readonly LoudDifference[] }) {
  const { copies } = messages(locale);
  if (loud.length === 0) return null;
  return (
    <div className="flex max-w-measure gap-2.5 border-s-3 border-warn bg-warn-wash px-3 py-2 text-base">
      <Icon name="alert" className="mt-0.5 size-5 text-warn" />
      <div className="min-w-0">
        <p className="font-semibold">{copies.loud}</p>
        <ul>
          {loud.slice(0, MAX_NAMED).map((difference, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: computed once and never moved.
            <li key={index} className="wrap-anywhere">
              {copies.loudKind[difference.kind]}: <Side locale={locale} words={difference.before} />{" "}
              <Icon name="arrow-end" className="inline size-4" />
              <VisuallyHidden>{copies.loudBecomes}</VisuallyHidden> <Side locale={locale} words={difference.after} />
            </li>
          ))}
        </ul>
        {loud.length > MAX_NAMED && <p>{copies.loudMore(loud.length - MAX_NAMED)}</p>}
        <p className="text-sm text-ink-soft">{copies.loudLead}</p>
      </div>
    </div>
  );
}

function Side({ locale, words }: { locale: Locale; words: string }) {
  if (words === "") return <span className="text-ink-faint">{messages(locale).copies.loudMissing}</span>;
  return <bdi className="font-semibold">{words}</bdi>;
}
