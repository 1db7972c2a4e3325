import { FirstAccounts } from "#components/copies/first-accounts";
import { Card } from "#components/ui/card";
import { messages } from "#lib/i18n/messages";
import { listPhrasingAccounts } from "#lib/services/phrasings/list-phrasing-accounts";
import { SectionPager } from "./section-pager";
import type { SectionProps } from "./section-props";

/** Who posted it, by their first post. */
export async function AccountsSection({ locale, user, phrasing, query }: SectionProps) {
  const { copies, phrasings: words } = messages(locale);
  const { accounts, hasMore } = await listPhrasingAccounts(user, phrasing.id, query.accounts);
  return (
    <Card title={<span id="accounts">{words.accounts}</span>} aside={copies.accounts(phrasing.accounts)}>
      <FirstAccounts locale={locale} accounts={accounts} />
      <SectionPager {...{ locale, phrasing, query }} list="accounts" hasMore={hasMore} />
    </Card>
  );
}
