import { LinkButton } from "#components/ui/link-button";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { PhrasingView } from "#lib/services/phrasings/get-phrasing";
import { AddToCase } from "../../captures/[id]/add-to-case";
import { copiesHref } from "../../copies/copies-href";

type Props = { locale: Locale; phrasing: PhrasingView; cases: { id: string; title: string }[] };

/** What can be done with a phrasing. Its most used wording goes into a case: what is said of it holds for those words. */
export function PhrasingActions({ locale, phrasing: { usual }, cases }: Props) {
  const { phrasings: words } = messages(locale);
  return (
    <>
      <AddToCase
        locale={locale}
        target={{ kind: "wording", wordingId: usual.wordingId }}
        cases={cases}
        suggestedCaseId={undefined}
      />
      <LinkButton href={copiesHref(locale, { wordingId: usual.wordingId })} prefetch={false} icon="copies">
        {words.copies}
      </LinkButton>
    </>
  );
}
