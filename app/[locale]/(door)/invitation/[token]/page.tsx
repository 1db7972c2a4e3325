import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { LinkButton } from "#components/ui/link-button";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { findInvitation } from "#lib/services/people/find-invitation";
import { InvitationForm } from "./invitation-form";

type Props = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  // The address is a secret: no index, and no other site learns it from a link. (`no-referrer` would go further, but
  // browsers then post forms with `Origin: null`, which the check against forged requests refuses.)
  return {
    title: messages(locale).people.invitation.title,
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}

export default async function InvitationPage({ params }: Props) {
  const { locale, token } = await params;
  if (!isLocale(locale)) notFound();
  // Asked anew each time: a kept page would show an open invitation as void, or the other way round.
  await connection();
  const { people, common } = messages(locale);
  const words = people.invitation;
  const invitation = await findInvitation(token);
  if (!invitation) {
    return (
      <>
        <h1 className="font-serif text-3xl font-semibold">{words.voidTitle}</h1>
        <p className="mt-2 mb-6 text-base text-ink-soft">{words.voidBody}</p>
        <LinkButton href={`/${locale}/sign-in`}>{words.toSignIn}</LinkButton>
      </>
    );
  }
  return (
    <>
      <h1 className="font-serif text-3xl font-semibold">{words.title}</h1>
      <p className="mt-1.5 mb-7 text-base text-ink-soft">
        {words.lead(isolate(invitation.invitedBy), common.role[invitation.role])}
      </p>
      <InvitationForm locale={locale} token={token} email={invitation.email} />
    </>
  );
}

/** A name inside a sentence keeps its own direction (FSI … PDI). */
const isolate = (name: string) => `\u2068${name}\u2069`;
