import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "#components/ui/card";
import { requireUser } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { EndSessions } from "./end-sessions";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).people.settings.account } : {};
}

/** One's own account: profile, password, sessions. */
export default async function AccountPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { people, common } = messages(locale);
  const words = people.settings;
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
      <Card title={words.profile.title}>
        <dl className="mb-5 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-base">
          <dt className="text-ink-faint">{words.profile.email}</dt>
          <dd className="min-w-0 break-words">
            <bdi>{user.email}</bdi>
          </dd>
          <dt className="text-ink-faint">{words.profile.role}</dt>
          <dd>{common.role[user.role]}</dd>
        </dl>
        <ProfileForm locale={locale} name={user.name} language={user.locale} />
      </Card>
      <div className="flex flex-col gap-10">
        <Card title={words.password.title}>
          <p className="mb-5 text-base text-ink-soft">{words.password.lead}</p>
          <PasswordForm locale={locale} email={user.email} />
        </Card>
        <Card title={words.sessions.title}>
          <p className="mb-4 max-w-measure text-base text-ink-soft">{words.sessions.lead}</p>
          <EndSessions locale={locale} />
        </Card>
      </div>
    </div>
  );
}
