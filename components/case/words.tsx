import { LOCALES, type Locale, otherLocale } from "#lib/i18n/locales";
import type { LocalizedText } from "#lib/schemas/localized";

/** The text in the reader's language, else in the other one; null when there is neither. */
export function findWords(text: LocalizedText, locale: Locale): { text: string; locale: Locale } | null {
  const own = text[locale]?.trim();
  if (own) return { text: own, locale };
  const other = text[otherLocale(locale)]?.trim();
  return other ? { text: other, locale: otherLocale(locale) } : null;
}

/** `lang` and `dir` of a text that is not in the page's language; nothing when it is. */
export function languageOf(textLocale: Locale, pageLocale: Locale): { lang?: Locale; dir?: "ltr" | "rtl" } {
  return textLocale === pageLocale ? {} : { lang: textLocale, dir: LOCALES[textLocale].dir };
}

type WordsProps = {
  text: LocalizedText;
  /** The page's language. */
  locale: Locale;
};

/** A short text inside a line; marked when it had to be shown in the other language. */
export function Words({ text, locale }: WordsProps) {
  const words = findWords(text, locale);
  if (!words) return null;
  if (words.locale === locale) return words.text;
  return <bdi {...languageOf(words.locale, locale)}>{words.text}</bdi>;
}

/** A longer plain text, a paragraph for each part between empty lines. */
export function Passage({ text, locale, className }: WordsProps & { className?: string }) {
  const words = findWords(text, locale);
  if (!words) return null;
  const paragraphs = words.text.split(/\n{2,}/).map((body, at) => ({ key: `${at}`, body }));
  return (
    <div {...languageOf(words.locale, locale)} className={className}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph.key}>{paragraph.body}</p>
      ))}
    </div>
  );
}
