import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ArabicName } from "#components/frame/arabic-name";
import { LanguageSwitch } from "#components/frame/language-switch";
import { isLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** The way in: one column of paper with the name on top, without the rail. Works without JavaScript. */
export default async function DoorLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { frame } = messages(locale);
  return (
    <div className="mx-auto flex min-h-dvh max-w-md flex-col px-4 pb-16 sm:px-0">
      <header className="mb-10">
        <div className="flex min-h-11 items-center justify-end text-sm">
          <LanguageSwitch
            locale={locale}
            label={frame.switchLanguage}
            hint={frame.switchLanguageHint}
            className="-me-2 inline-flex min-h-9 items-center px-2 font-semibold text-ink hover:underline"
          />
        </div>
        <div className="border-t-[3px] border-double border-ink" />
        <Link
          href={`/${locale}`}
          className="flex items-center justify-center gap-4 py-4 font-serif font-semibold text-ink"
        >
          <span lang="en" dir="ltr" className="text-3xl leading-none tracking-[-0.01em]">
            Daleel
          </span>
          <span aria-hidden="true" className="h-8 border-s border-ink" />
          <ArabicName className="h-8" />
        </Link>
        <div className="border-t border-ink" />
      </header>
      <main id="content">{children}</main>
    </div>
  );
}
