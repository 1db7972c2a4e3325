import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Card } from "#components/ui/card";
import { requireUser } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { may } from "#lib/permissions/may";
import { getProofSettings } from "#lib/services/proof/get-proof-settings";
import { Authorities } from "./authorities";
import { CustodyState } from "./custody-state";
import { KeyRow } from "./key-row";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).proof.settings.title } : {};
}

/** Keys, timestamp authorities, the custody log's state; for admins, and not there for anybody else. */
export default async function ProofPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  if (!may(user, "proof.manage")) notFound();
  const { keys, authorities, roots, log } = await getProofSettings(user);
  const words = messages(locale).proof.settings;
  const inService = keys.filter(({ retiredAt }) => retiredAt === null);
  const retired = keys.filter(({ retiredAt }) => retiredAt !== null);
  return (
    <div className="flex max-w-5xl flex-col gap-10">
      <p className="max-w-measure text-base text-ink-soft">{words.lead}</p>
      <CustodyState locale={locale} log={log} />
      <Card
        title={words.keysTitle}
        aside={
          <Link href={`/${locale}/keys`} className="underline">
            {words.publicPage}
          </Link>
        }
      >
        <ul>
          {inService.map((entry) => (
            <KeyRow key={entry.id} locale={locale} entry={entry} />
          ))}
        </ul>
        {retired.length > 0 && (
          <details className="mt-2">
            <summary className="cursor-pointer py-1 text-base underline underline-offset-4">
              {words.history(retired.length)}
            </summary>
            <ul>
              {retired.map((entry) => (
                <KeyRow key={entry.id} locale={locale} entry={entry} />
              ))}
            </ul>
          </details>
        )}
      </Card>
      <Authorities locale={locale} authorities={authorities} roots={roots} />
    </div>
  );
}
