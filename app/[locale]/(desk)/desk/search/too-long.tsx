import { LinkButton } from "#components/ui/link-button";
import { Notice } from "#components/ui/notice";
import { MAX_SEARCH_CHARS } from "#lib/core/search/limits";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { copiesHref, fitsAddress } from "../copies/copies-href";

/** A whole text was put into the search box: what it is for is next door. */
export function TooLong({ locale, text }: { locale: Locale; text: string }) {
  const { tooLong } = messages(locale).search;
  const fits = fitsAddress(locale, text);
  return (
    <Notice tone="warn" title={tooLong.title} live className="mt-3">
      <p>{tooLong.body(formatNumber(locale, text.length), formatNumber(locale, MAX_SEARCH_CHARS))}</p>
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <LinkButton
          href={fits ? copiesHref(locale, { text }) : `/${locale}/desk/copies`}
          size="sm"
          icon="copies"
          prefetch={false}
        >
          {tooLong.action}
        </LinkButton>
        {!fits && <span className="text-sm text-ink-faint">{tooLong.hint}</span>}
      </p>
    </Notice>
  );
}
