import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Masthead } from "#components/frame/masthead";
import { PublicFooter } from "#components/frame/public-footer";
import { SkipLink } from "#components/frame/skip-link";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/**
 * The reader's side. No session, nothing that needs JavaScript. It has no loading.tsx on purpose: a streamed page
 * shows its content by script, and a reader without one would see the spinner for ever.
 */
export default async function PublicLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <>
      <SkipLink label={messages(locale).common.nav.skip} />
      <Masthead locale={locale} />
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <PublicFooter locale={locale} />
    </>
  );
}
