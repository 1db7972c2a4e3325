import Link from "next/link";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** The foot of the public side: what this is, what it does not claim, where to read more. */
export function PublicFooter({ locale }: { locale: Locale }) {
  const { common, frame } = messages(locale);
  return (
    <footer className="mx-auto mt-16 max-w-page px-4 pb-10 sm:px-8">
      <div className="border-t-[3px] border-double border-ink pt-5 sm:flex sm:items-start sm:justify-between sm:gap-10">
        <div className="max-w-measure">
          <p className="font-serif text-xl font-semibold">{common.product}</p>
          <p className="mt-1 text-sm text-ink-soft">{frame.footer}</p>
        </div>
        <nav aria-label={frame.footerNav} className="print-hidden mt-4 flex gap-5 text-sm sm:mt-1">
          <Link href={`/${locale}/about`} prefetch={false} className="inline-flex min-h-8 items-center hover:underline">
            {frame.about}
          </Link>
          <Link
            href={`/${locale}/desk`}
            prefetch={false}
            className="inline-flex min-h-8 items-center text-ink-faint hover:underline"
          >
            {frame.desk}
          </Link>
        </nav>
      </div>
    </footer>
  );
}
