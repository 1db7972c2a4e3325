import { TieTable } from "#components/spread/tie-table";
import type { SessionUser } from "#lib/auth/session";
import type { Locale } from "#lib/i18n/locales";
import type { SpreadQuery } from "#lib/schemas/spread-query";
import { listAccountTies } from "#lib/services/accounts/list-account-ties";

type Props = {
  locale: Locale;
  user: SessionUser;
  place: { kind: "account"; platform: string; handle: string };
  query: SpreadQuery;
};

/** Who posted the same phrasings as the account; comes after the rest, because many posts are compared. */
export async function AccountTies({ locale, user, place, query }: Props) {
  const ties = await listAccountTies(user, place, query);
  return <TieTable locale={locale} place={place} query={query} ties={ties} />;
}
