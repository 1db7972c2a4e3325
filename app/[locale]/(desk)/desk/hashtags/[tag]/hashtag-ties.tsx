import { TieTable } from "#components/spread/tie-table";
import type { SessionUser } from "#lib/auth/session";
import type { Locale } from "#lib/i18n/locales";
import type { SpreadQuery } from "#lib/schemas/spread-query";
import { listHashtagTies } from "#lib/services/hashtags/list-hashtag-ties";

type Props = { locale: Locale; user: SessionUser; folded: string; query: SpreadQuery };

/** Which accounts posted the same phrasings under the hashtag; comes after the rest, because many posts are compared. */
export async function HashtagTies({ locale, user, folded, query }: Props) {
  const ties = await listHashtagTies(user, folded, query);
  return <TieTable locale={locale} place={{ kind: "hashtag", folded }} query={query} ties={ties} />;
}
