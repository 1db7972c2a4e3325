import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header";
import { requireUser } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { may } from "#lib/permissions/may";
import { SettingsNav } from "./settings-nav";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** Settings: one's own account for everybody, people and proof for admins. */
export default async function SettingsLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const words = messages(locale).people.settings;
  const base = `/${locale}/desk/settings`;
  return (
    <>
      <PageHeader title={words.title} />
      {may(user, "people.manage") && (
        <SettingsNav
          label={words.sections}
          links={[
            { href: base, label: words.account },
            { href: `${base}/people`, label: words.people },
            { href: `${base}/proof`, label: messages(locale).proof.settings.title },
            { href: `${base}/search`, label: messages(locale).searchSettings.title },
            { href: `${base}/platforms`, label: messages(locale).platforms.settings.title },
          ]}
        />
      )}
      {children}
    </>
  );
}
