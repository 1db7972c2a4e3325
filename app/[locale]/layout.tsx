import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { isLocale, LOCALES } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import "../globals.css";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

// No generateStaticParams here: it would make every public page at build time, when there is no database.

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { common } = messages(locale);
  return {
    title: { default: `${common.product} · ${common.tagline}`, template: `%s · ${common.product}` },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf6ee" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1520" },
  ],
};

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    // The theme script sets data-theme before React arrives.
    <html lang={locale} dir={LOCALES[locale].dir} suppressHydrationWarning>
      <head>
        <script src="/theme.js" />
      </head>
      <body>
        <div id="page">{children}</div>
      </body>
    </html>
  );
}
