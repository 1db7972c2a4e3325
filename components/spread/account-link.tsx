import Link from "next/link";
import type { AccountName } from "#lib/core/spread/views";
import type { Locale } from "#lib/i18n/locales";
import { accountHref } from "./spread-href";

type Props = { locale: Locale; account: AccountName; withName?: boolean };

/** An account by its handle, leading to its page. */
export function AccountLink({ locale, account, withName }: Props) {
  return (
    <span className="inline-block min-w-30 wrap-anywhere">
      <Link href={accountHref(locale, account)} prefetch={false} className="inline-block min-h-6 prose-link">
        <bdi dir="ltr">@{account.handle}</bdi>
      </Link>
      {withName && account.name && (
        <>
          {" "}
          <bdi className="text-ink-faint">{account.name}</bdi>
        </>
      )}
    </span>
  );
}
