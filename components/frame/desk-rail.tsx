import Link from "next/link";
import type { ReactNode } from "react";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { DeskNav } from "./desk-nav";
import type { DeskPlace } from "./desk-places";
import { LanguageSwitch } from "./language-switch";
import { KeysButton, PaletteButton } from "./palette-button";

type Props = { locale: Locale; places: DeskPlace[]; userMenu: ReactNode };

/** The start-edge rail: icons above words on a tablet, beside them on a wide screen, gone on a phone. */
export function DeskRail({ locale, places, userMenu }: Props) {
  const { common, frame } = messages(locale);
  return (
    <header className="print-hidden sticky top-0 hidden h-dvh w-22 flex-col overflow-y-auto border-e border-hairline bg-sheet md:flex xl:w-60">
      <DeskName
        locale={locale}
        className="justify-center px-2 pt-4 pb-3 text-xl xl:justify-start xl:px-5 xl:text-2xl"
      />
      <div className="flex justify-center px-3 pb-3 xl:hidden">
        <PaletteButton label={frame.palette} />
      </div>
      <div className="hidden px-4 pb-4 xl:block">
        <PaletteButton label={frame.paletteShort} wide />
      </div>
      <DeskNav label={common.nav.main} places={places} layout="rail" />
      <div className="mt-auto border-t border-hairline p-2">
        <div className="flex flex-col items-center justify-between xl:flex-row xl:px-1">
          <LanguageSwitch
            locale={locale}
            label={frame.switchLanguage}
            hint={frame.switchLanguageHint}
            className="inline-flex min-h-9 items-center px-2 text-sm font-medium text-ink-soft hover:text-ink hover:underline"
          />
          <KeysButton label={frame.keys} />
        </div>
        {userMenu}
      </div>
    </header>
  );
}

/** The top of a phone's screen. */
export function DeskTopBar({ locale, userMenu }: Omit<Props, "places">) {
  const { frame } = messages(locale);
  return (
    <header className="print-hidden sticky top-0 z-30 flex min-h-14 items-center justify-between gap-2 border-b border-hairline bg-sheet px-4 md:hidden">
      <DeskName locale={locale} className="text-xl" />
      <div className="flex items-center">
        <LanguageSwitch
          locale={locale}
          label={frame.switchLanguage}
          hint={frame.switchLanguageHint}
          className="inline-flex min-h-10 items-center px-2 text-sm font-medium text-ink-soft"
        />
        <PaletteButton label={frame.palette} />
        {userMenu}
      </div>
    </header>
  );
}

function DeskName({ locale, className }: { locale: Locale; className: string }) {
  return (
    <Link
      href={`/${locale}/desk`}
      prefetch={false}
      className={`flex items-baseline gap-2 font-serif font-semibold ${className}`}
    >
      {messages(locale).common.product}
      <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-stamp md:hidden xl:inline-block" />
    </Link>
  );
}
