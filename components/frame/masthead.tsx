import Link from "next/link";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { ArabicName } from "./arabic-name";
import { LanguageSwitch } from "./language-switch";

/** The head of the public side, like a newspaper's: the name in both scripts between rules. */
export function Masthead({ locale }: { locale: Locale }) {
  const { frame } = messages(locale);
  return (
    <header className="mx-auto max-w-page px-4 sm:px-8">
      <div className="flex min-h-11 items-center justify-between gap-4 text-sm text-ink-soft">
        <span>{frame.newspaperLine}</span>
        <LanguageSwitch
          locale={locale}
          label={frame.switchLanguage}
          hint={frame.switchLanguageHint}
          className="print-hidden -me-2 inline-flex min-h-9 items-center px-2 font-semibold text-ink hover:underline"
        />
      </div>
      <div className="border-t-[3px] border-double border-ink" />
      <Link
        href={`/${locale}`}
        prefetch={false}
        className="flex items-center justify-center gap-4 py-3 font-serif font-semibold text-ink sm:gap-6 sm:py-5"
      >
        <span lang="en" dir="ltr" className="text-4xl leading-none tracking-[-0.01em] sm:text-5xl">
          Daleel
        </span>
        <span aria-hidden="true" className="h-9 border-s border-ink sm:h-12" />
        <ArabicName className="h-9 sm:h-12" />
      </Link>
      <nav
        aria-label={frame.publicNav}
        className="print-hidden flex justify-center gap-2 border-y border-ink text-base sm:gap-6"
      >
        <SectionLink href={`/${locale}`}>{frame.cases}</SectionLink>
        <SectionLink href={`/${locale}/about`}>{frame.about}</SectionLink>
      </nav>
    </header>
  );
}

function SectionLink({ href, children }: { href: string; children: string }) {
  return (
    // Readers on a slow line load what they ask for.
    <Link href={href} prefetch={false} className="inline-flex min-h-10 items-center px-3 font-medium hover:underline">
      {children}
    </Link>
  );
}
