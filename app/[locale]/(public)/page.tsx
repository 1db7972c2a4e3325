import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaseList } from "#components/case/case-list";
import { Sheet } from "#components/case/sheet";
import { isLocale, LOCALE_LIST } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { listPublicCases } from "#lib/services/cases/list-public-cases";
import { siteOrigin } from "#lib/services/system/site-origin";

type Props = { params: Promise<{ locale: string }> };

/** Made when first asked for: there is no database at build time. */
export function generateStaticParams(): { locale: string }[] {
  return [];
}

export const revalidate = 300;
export const dynamic = "error";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { site } = messages(locale).reader;
  const origin = siteOrigin();
  const url = `${origin}/${locale}`;
  return {
    title: { absolute: site.indexTitle },
    description: site.indexDescription,
    alternates: {
      canonical: url,
      languages: Object.fromEntries(LOCALE_LIST.map((each) => [each, `${origin}/${each}`])),
    },
    openGraph: { type: "website", title: site.indexTitle, description: site.indexDescription, url },
  };
}

/** The front page: every published case file, newest first. */
export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const cases = await listPublicCases();
  return (
    <Sheet>
      <CaseList cases={cases} locale={locale} />
    </Sheet>
  );
}
