import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "#components/ui/card";
import { requireUser } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { may } from "#lib/permissions/may";
import { listPeople } from "#lib/services/people/list-people";
import { InvitationRow } from "./invitation-row";
import { InviteForm } from "./invite-form";
import { PersonRow } from "./person-row";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).people.settings.people } : {};
}

/** Who may work on the desk; for admins, and not there for anybody else. */
export default async function PeoplePage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  if (!may(user, "people.manage")) notFound();
  const { people, invitations } = await listPeople(user);
  const words = messages(locale).people.manage;
  return (
    <div className="flex max-w-5xl flex-col gap-10">
      <p className="max-w-measure text-base text-ink-soft">{words.lead}</p>
      <Card title={words.invite.title}>
        <p className="mb-4 max-w-measure text-base text-ink-soft">{words.invite.lead}</p>
        <InviteForm locale={locale} />
      </Card>
      {invitations.length > 0 && (
        <Card title={words.open.title}>
          <ul>
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} locale={locale} invitation={invitation} />
            ))}
          </ul>
        </Card>
      )}
      <Card title={words.list.title} aside={words.list.count(people.length)}>
        <ul>
          {people.map((person) => (
            <PersonRow key={person.id} locale={locale} person={person} isSelf={person.id === user.id} />
          ))}
        </ul>
      </Card>
    </div>
  );
}
