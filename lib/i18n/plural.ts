import { LOCALES, type Locale } from "#lib/i18n/locales";

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules = new Map<Locale, Intl.PluralRules>();

/**
 * The right form for a number: Arabic has six.
 * `#` in the form is replaced by the number.
 */
export function plural(locale: Locale, count: number, forms: Forms): string {
  const rule = rules.get(locale) ?? new Intl.PluralRules(LOCALES[locale].intl);
  rules.set(locale, rule);
  const form = forms[rule.select(count)] ?? forms.other;
  return form.replace("#", new Intl.NumberFormat(LOCALES[locale].intl).format(count));
}
