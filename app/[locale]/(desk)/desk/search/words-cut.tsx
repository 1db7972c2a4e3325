import Link from "next/link";
import { MAX_WORDS } from "#lib/core/search/parse-query";
import { foldText } from "#lib/core/text/fold";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { copiesHref } from "../copies/copies-href";

/** Said when a search has more words than are looked for: whoever pastes a whole post wants its copies. */
export function WordsCut({ locale, q }: { locale: Locale; q: string }) {
  if (foldText(q).split(" ").length <= MAX_WORDS) return null;
  const { search } = messages(locale);
  return (
    <p className="pb-3 text-sm text-ink-soft">
      {search.wordsCut(MAX_WORDS)}{" "}
      <Link href={copiesHref(locale, { text: q })} prefetch={false} className="prose-link">
        {search.wordsCutAction}
      </Link>
    </p>
  );
}
