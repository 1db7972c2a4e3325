import { type Locale, otherLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { Actor } from "#lib/permissions/actor";
import { listCases } from "#lib/services/cases/list-cases";

/** Case files that something can be added to, the last edited first: the choice of a select. */
export async function listEditableCases(actor: Actor, locale: Locale): Promise<{ id: string; title: string }[]> {
  const { items } = await listCases(actor, { sort: "updated" });
  return items
    .filter((item) => item.status === "draft" || item.status === "in_review")
    .map(({ id, title }) => ({
      id,
      title: title[locale] || title[otherLocale(locale)] || messages(locale).captures.detail.untitledCase,
    }));
}
