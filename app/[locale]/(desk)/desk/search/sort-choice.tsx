import { controlClass } from "#components/ui/control-class";
import { cx } from "#components/ui/cx";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { SEARCH_SORTS, type SearchParams } from "#lib/schemas/search-query";
import { FORM_ID } from "./form-address";

/** The order of the results. */
export function SortChoice({ locale, params }: { locale: Locale; params: SearchParams }) {
  const { sort } = messages(locale).search;
  return (
    <select
      form={FORM_ID}
      name="sort"
      defaultValue={params.sort}
      aria-label={sort.label}
      className={cx(controlClass, "min-h-8! w-auto! py-0.5! ps-2! pe-1! text-sm")}
    >
      {SEARCH_SORTS.map((one) => (
        <option key={one} value={one}>
          {sort[one]}
        </option>
      ))}
    </select>
  );
}
