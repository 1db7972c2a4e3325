import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#components/ui/page-header";
import { requireUser } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { listHashtagWays } from "#lib/services/platforms/list-ways";
import { listEditableCases } from "../captures/editable-cases";
import { SubmitForm } from "./submit-form";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).submit.title } : {};
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join("\n") : (value ?? ""));

export default async function SubmitPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const { submit } = messages(locale);
  const query = await searchParams;
  const cases = await listEditableCases(user, locale);
  const ways = await listHashtagWays(user);
  const wanted = one(query.case);
  const start = {
    text: one(query.lines),
    reason: "",
    caseFileId: cases.some(({ id }) => id === wanted) ? wanted : "",
  };
  return (
    <>
      <PageHeader title={submit.title} lead={submit.lead} />
      <SubmitForm locale={locale} userId={user.id} start={start} cases={cases} ways={ways} />
    </>
  );
}
