import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "#components/ui/card";
import { requireUser } from "#lib/auth/session";
import { env } from "#lib/env";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { may } from "#lib/permissions/may";
import { listCredentials } from "#lib/services/platforms/list-credentials";
import { AddForm } from "./add-form";
import { CredentialRow } from "./credential-row";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).platforms.settings.title } : {};
}

/** Tokens and sessions of the newsroom; for admins, and not there for anybody else. */
export default async function PlatformsPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  if (!may(user, "platforms.manage")) notFound();
  const credentials = await listCredentials(user);
  const words = messages(locale).platforms.settings;
  return (
    <div className="flex max-w-5xl flex-col gap-10">
      <div className="max-w-measure text-base text-ink-soft">
        <p>{words.lead}</p>
        <p className="mt-2">{words.keyHint}</p>
      </div>
      <Card title={words.list}>
        {credentials.length === 0 ? (
          <p className="text-ink-soft">{words.none}</p>
        ) : (
          <ul>
            {credentials.map((credential) => (
              <CredentialRow key={credential.id} locale={locale} credential={credential} />
            ))}
          </ul>
        )}
      </Card>
      <Card title={words.add}>
        <AddForm locale={locale} hasDemo={env().DEMO_SITE_ORIGIN !== undefined} />
      </Card>
    </div>
  );
}
