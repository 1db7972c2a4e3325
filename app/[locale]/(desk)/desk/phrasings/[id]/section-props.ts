import type { Locale } from "#lib/i18n/locales";
import type { Actor } from "#lib/permissions/actor";
import type { PhrasingQuery } from "#lib/schemas/phrasing-query";
import type { PhrasingView } from "#lib/services/phrasings/get-phrasing";

/** What every part of the page of a phrasing is given. */
export type SectionProps = {
  locale: Locale;
  user: Actor;
  phrasing: PhrasingView;
  query: PhrasingQuery;
  cases: { id: string; title: string }[];
};
