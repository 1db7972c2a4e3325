import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Icon } from "#components/ui/icon";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { requireUser } from "#lib/auth/session";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { copiesOfAddress } from "#lib/schemas/copies-query";
import { findCopies } from "#lib/services/copies/find-copies";
import { CopiesForm } from "./copies-form";
import { CopiesResult } from "./copies-result";
import { toProblem } from "./to-problem";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: messages(locale).copies.title } : {};
}

export default async function CopiesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const user = await requireUser(locale);
  const words = messages(locale).copies;
  const asked = copiesOfAddress(await searchParams);
  const found = asked && (await findCopies(user, asked).catch(toProblem(locale)));
  const text = asked && "text" in asked ? asked.text : "";
  // Another address is another question: what stood in the box belongs to the last one.
  const key = JSON.stringify(asked);
  return (
    <>
      <PageHeader title={words.title} lead={words.lead} />
      {typeof found === "string" && (
        <Notice tone="bad" className="mb-6">
          {found}
        </Notice>
      )}
      {found && typeof found !== "string" ? (
        <>
          <details className="group/another mb-6">
            <summary className="inline-flex min-h-9 list-none items-center gap-1.5 font-semibold hover:underline [&::-webkit-details-marker]:hidden">
              <Icon name="chevron-down" className="group-open/another:rotate-180" /> {words.another}
            </summary>
            <div className="mt-3">
              <CopiesForm key={key} locale={locale} text={text} rows={4} />
            </div>
          </details>
          <CopiesResult locale={locale} user={user} copies={found} />
        </>
      ) : (
        <CopiesForm key={key} locale={locale} text={text} rows={7} />
      )}
    </>
  );
}
