import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireUser } from "#lib/auth/session";
import { toAppError } from "#lib/errors";
import { isLocale, otherLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { getCase } from "#lib/services/cases/get-case";
import { CaseEditor } from "./case-editor";

type Props = { params: Promise<{ locale: string; id: string }> };

/** Once per request, for the page and its title. */
const load = cache(async (locale: string, id: string) => {
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  try {
    return { locale, caseFile: await getCase(user, id) };
  } catch (thrown) {
    if (toAppError(thrown).code === "not_found") notFound();
    throw thrown;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale: segment, id } = await params;
  const { locale, caseFile } = await load(segment, id);
  const { title } = caseFile.draft;
  return { title: title[locale] || title[otherLocale(locale)] || messages(locale).cases.untitled };
}

export default async function CasePage({ params }: Props) {
  const { locale: segment, id } = await params;
  const { locale, caseFile } = await load(segment, id);
  // A step of the workflow starts the editor anew, so that what may be edited and done fits where the case stands.
  return <CaseEditor key={`${caseFile.id} ${caseFile.status}`} locale={locale} caseFile={caseFile} />;
}
