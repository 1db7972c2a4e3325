import { textDirection } from "#lib/core/text/direction";
import type { TextRange } from "#lib/core/text/segments";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { UncountedText } from "./uncounted-text";

/** Longer texts scroll inside themselves: what was found must stand on the first screen. */
const LONG_CHARS = 900;

type Props = {
  locale: Locale;
  text: string;
  language: string | null;
  boilerplate: readonly TextRange[];
  label: string;
};

/** The text that everything on the page is compared with; formulas in it are dotted and said not to count. */
export function ChosenText({ locale, text, language, boilerplate, label }: Props) {
  const { copies } = messages(locale);
  const isLong = text.length > LONG_CHARS;
  return (
    <figure>
      <figcaption className="kicker mb-2 text-ink-faint">{label}</figcaption>
      <blockquote
        dir={textDirection(text)}
        lang={language ?? undefined}
        tabIndex={isLong ? 0 : undefined}
        className={`max-w-measure border-s-3 border-stamp ps-4 text-start font-serif text-xl leading-(--lead-reading) wrap-anywhere whitespace-pre-line ${isLong ? "max-h-72 overflow-y-auto" : ""}`}
      >
        <UncountedText locale={locale} text={text} ranges={boilerplate} />
      </blockquote>
      {boilerplate.length > 0 && <p className="mt-2 text-sm text-ink-faint">{copies.uncounted}</p>}
    </figure>
  );
}
