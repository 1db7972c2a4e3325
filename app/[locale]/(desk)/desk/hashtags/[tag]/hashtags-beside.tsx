import { HashtagUses } from "#components/spread/hashtag-uses";
import type { SessionUser } from "#lib/auth/session";
import type { Locale } from "#lib/i18n/locales";
import type { SpreadQuery } from "#lib/schemas/spread-query";
import { listHashtagsBeside } from "#lib/services/hashtags/list-hashtags-beside";

type Props = { locale: Locale; user: SessionUser; folded: string; query: SpreadQuery };

/** Hashtags that stand in the same posts. */
export async function HashtagsBeside({ locale, user, folded, query }: Props) {
  return <HashtagUses locale={locale} hashtags={await listHashtagsBeside(user, folded, query)} />;
}
