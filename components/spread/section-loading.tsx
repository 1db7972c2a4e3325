import { Spinner } from "#components/ui/spinner";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** A part of a page that is still being counted while the rest is there. */
export function SectionLoading({ locale }: { locale: Locale }) {
  return (
    <p role="status" className="flex animate-late items-center gap-2 text-sm text-ink-faint">
      <Spinner /> {messages(locale).spread.loading}
    </p>
  );
}
