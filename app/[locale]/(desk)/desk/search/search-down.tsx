import { LinkButton } from "#components/ui/link-button";
import { Notice } from "#components/ui/notice";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** The engine does not answer: what that means, what still works, and another try. */
export function SearchDown({ locale, retryHref }: { locale: Locale; retryHref: string }) {
  const { common, search } = messages(locale);
  return (
    <Notice tone="bad" title={search.down}>
      <p>{search.downStill}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <LinkButton href={retryHref} size="sm" icon="retry" prefetch={false}>
          {common.actions.retry}
        </LinkButton>
        <LinkButton href={`/${locale}/desk/captures`} size="sm" icon="captures">
          {common.nav.captures}
        </LinkButton>
        <LinkButton href={`/${locale}/desk/cases`} size="sm" icon="cases">
          {common.nav.cases}
        </LinkButton>
      </div>
    </Notice>
  );
}
