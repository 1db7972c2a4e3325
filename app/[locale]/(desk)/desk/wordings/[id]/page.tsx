import { notFound, redirect } from "next/navigation";
import { requireUser } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";
import { findPhrasingOfWording } from "#lib/services/phrasings/find-phrasing-of-wording";
import { copiesHref } from "../../copies/copies-href";
import { orNotFound } from "../../or-not-found";
import { phrasingHref } from "../../phrasings/phrasings-href";

type Props = { params: Promise<{ locale: string; id: string }> };

/** The lasting address of a wording: it leads to the phrasing that it belongs to at the time. */
export default async function WordingPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const phrasingId = await orNotFound(findPhrasingOfWording(user, id));
  redirect(phrasingId ? phrasingHref(locale, phrasingId, { wording: id }) : copiesHref(locale, { wordingId: id }));
}
