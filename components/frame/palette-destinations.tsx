import type { IconName } from "#components/ui/icon";
import { pastedLines } from "#lib/core/captures/pasted-lines";
import type { Locale } from "#lib/i18n/locales";
import type { DeskPlace } from "./desk-places";

export type Destination = { href: string; label: string; icon: IconName; detail?: string };

export type DestinationWords = {
  paletteSubmit: string;
  paletteSearch: string;
  paletteCopies: string;
  paletteTooMuch: string;
};

/** Longer addresses are refused by servers and proxies on the way. */
const MAX_HREF_LENGTH = 6_000;

/** Where the typed or pasted text can lead: capturing it, a page of that name, searching for it. */
export function destinations(
  locale: Locale,
  places: DeskPlace[],
  words: DestinationWords,
  text: string,
): Destination[] {
  const query = text.trim();
  const lines = pastedLines(query);
  const found: Destination[] = [];
  if (lines.length > 0) {
    const submit = `/${locale}/desk/submit`;
    const href = `${submit}?lines=${encodeURIComponent(lines.join("\n"))}`;
    const fits = href.length <= MAX_HREF_LENGTH;
    found.push({
      href: fits ? href : submit,
      label: fits ? words.paletteSubmit : words.paletteTooMuch,
      icon: "submit",
      detail: lines.length === 1 ? lines[0] : `× ${lines.length}`,
    });
  }
  const wanted = query.toLocaleLowerCase(locale);
  for (const { href, label, icon } of places) {
    if (label.toLocaleLowerCase(locale).includes(wanted)) found.push({ href, label, icon });
  }
  if (query) {
    const href = `/${locale}/desk/search?q=${encodeURIComponent(query.slice(0, 500))}`;
    found.push({ href, label: words.paletteSearch, icon: "search", detail: query });
    const copies = `/${locale}/desk/copies`;
    const withText = `${copies}?text=${encodeURIComponent(query)}`;
    // What is too long for an address is pasted there.
    const isLong = withText.length > MAX_HREF_LENGTH;
    if (lines.length === 0 && !(isLong && found.some((one) => one.href === copies))) {
      found.push({ href: isLong ? copies : withText, label: words.paletteCopies, icon: "copies", detail: query });
    }
  }
  return found;
}
