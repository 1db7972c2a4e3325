import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "#components/ui/page-header";
import { requireUser } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { NewCaseForm } from "./new-case-form";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).cases.newCase } : {};
}

export default async function NewCasePage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  await requireUser(locale);
  const { create } = messages(locale).cases;
  return (
    <>
      <PageHeader title={create.title} lead={create.lead} />
      <NewCaseForm locale={locale} />
    </>
  );
}
