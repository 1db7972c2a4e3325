import { BilingualPage } from "#components/frame/bilingual-page";
import { buttonClass } from "#components/ui/button-class";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import "./globals.css";

/** An address without a language that exists. */
export default function GlobalNotFound() {
  return <BilingualPage en={side("en")} ar={side("ar")} />;
}

function side(locale: Locale) {
  const { frame } = messages(locale);
  return {
    title: frame.notFoundTitle,
    body: frame.notFoundPublic,
    action: (
      <a href={`/${locale}`} className={buttonClass()}>
        {frame.toCases}
      </a>
    ),
  };
}
