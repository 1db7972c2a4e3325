"use client";

import { usePathname } from "next/navigation";
import { cx } from "#components/ui/cx";
import { LOCALES, type Locale, otherLocale } from "#lib/i18n/locales";

type Props = { locale: Locale; label: string; hint: string; className?: string };

/** This page in the other language. A plain link: language and direction belong to the whole document. */
export function LanguageSwitch({ locale, label, hint, className }: Props) {
  const other = otherLocale(locale);
  const path = usePathname().replace(/^\/[^/]+/, `/${other}`);
  return (
    <a
      href={path}
      hrefLang={other}
      lang={other}
      dir={LOCALES[other].dir}
      title={hint}
      className={cx(className, other === "ar" && "font-local-arabic")}
      onClick={(event) => {
        // Filters and places in the page come along; the server cannot know them for a cached page.
        event.currentTarget.href = path + window.location.search + window.location.hash;
      }}
    >
      {label}
    </a>
  );
}
