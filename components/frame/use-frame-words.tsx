"use client";

import { useParams } from "next/navigation";
import { useEffect } from "react";
import { isLocale, type Locale } from "#lib/i18n/locales";
import { common as commonAr } from "#lib/i18n/messages/ar/common";
import { frame as frameAr } from "#lib/i18n/messages/ar/frame";
import { common as commonEn } from "#lib/i18n/messages/en/common";
import { frame as frameEn } from "#lib/i18n/messages/en/frame";
import { applyStoredTheme } from "./theme";

const WORDS = { en: { common: commonEn, frame: frameEn }, ar: { common: commonAr, frame: frameAr } };

/**
 * The words of error and not-found pages, which Next gives no parameters. Only these two areas, so that a reader's
 * browser does not load every word of the desk.
 */
export function useFrameWords(): { locale: Locale; common: typeof commonEn; frame: typeof frameEn } {
  const { locale: segment } = useParams();
  const locale = typeof segment === "string" && isLocale(segment) ? segment : "en";
  // These pages may come without the server's document, and so without its theme script.
  useEffect(applyStoredTheme, []);
  return { locale, ...WORDS[locale] };
}
