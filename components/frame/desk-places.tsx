import type { IconName } from "#components/ui/icon";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** A page of the desk that can be gone to from everywhere. */
export type DeskPlace = {
  href: string;
  label: string;
  icon: IconName;
  /** Pressed after G; the key's place on a Latin keyboard, so that it works on an Arabic one too. */
  key: string;
  /** Something here waits for a person: how much, and in words. */
  waiting?: { count: number; label: string };
  /** On a phone it is in the account menu, not in the bar. */
  inMenu?: boolean;
};

/** The desk's pages in the order of the rail. @param unseenChanges at sources, that nobody has marked as seen. */
export function deskPlaces(locale: Locale, unseenChanges = 0): DeskPlace[] {
  const { common, time } = messages(locale);
  const { nav } = common;
  const waiting = unseenChanges > 0 ? { count: unseenChanges, label: time.unseenCount(unseenChanges) } : undefined;
  const desk = `/${locale}/desk`;
  return [
    { href: desk, label: nav.home, icon: "home", key: "H", waiting },
    { href: `${desk}/submit`, label: nav.submit, icon: "submit", key: "N" },
    { href: `${desk}/search`, label: nav.search, icon: "search", key: "F" },
    { href: `${desk}/copies`, label: nav.copies, icon: "copies", key: "D" },
    { href: `${desk}/captures`, label: nav.captures, icon: "captures", key: "C" },
    { href: `${desk}/phrasings`, label: nav.phrasings, icon: "phrasing", key: "P", inMenu: true },
    { href: `${desk}/hashtags`, label: nav.hashtags, icon: "hashtag", key: "T", inMenu: true },
    { href: `${desk}/accounts`, label: nav.accounts, icon: "people", key: "A", inMenu: true },
    { href: `${desk}/supplied`, label: nav.supplied, icon: "archive", key: "U", inMenu: true },
    { href: `${desk}/cases`, label: nav.cases, icon: "cases", key: "K" },
    { href: `${desk}/settings`, label: nav.settings, icon: "settings", key: "S", inMenu: true },
  ];
}
