import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { getSearchLag } from "#lib/services/search/get-search-lag";

/** One quiet line while something that was captured is not found or not compared yet; nothing when all is. */
export async function LagLine({ locale }: { locale: Locale }) {
  const { lag } = messages(locale).search;
  const { waiting, uncompared } = await getSearchLag();
  if (waiting === 0 && uncompared === 0) return null;
  return (
    <p className="pb-3 text-sm text-ink-faint">
      {waiting > 0 && lag.waiting(waiting)} {uncompared > 0 && lag.uncompared(uncompared)}
    </p>
  );
}
