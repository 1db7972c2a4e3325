import Link from "next/link";
import { LogBreak } from "#components/proof/log-break";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { Actor } from "#lib/permissions/actor";
import { may } from "#lib/permissions/may";
import { findLogBreak } from "#lib/services/custody/find-log-break";

/** Tells everybody on the desk that the custody log does not hold; nothing while it does. */
export async function LogBreakNotice({ locale, user }: { locale: Locale; user: Actor }) {
  const broken = await findLogBreak();
  if (!broken) return null;
  return (
    <div className="mb-6">
      <LogBreak locale={locale} broken={broken}>
        {may(user, "proof.manage") && (
          <Link href={`/${locale}/desk/settings/proof`} className="mt-1 inline-block underline">
            {messages(locale).proof.broken.more}
          </Link>
        )}
      </LogBreak>
    </div>
  );
}
