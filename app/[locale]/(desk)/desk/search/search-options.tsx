import { Checkbox } from "#components/ui/checkbox";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SearchParams } from "#lib/schemas/search-query";
import { FORM_ID } from "./form-address";

/** How the words are taken and what counts as a result. */
export function SearchOptions({ locale, params }: { locale: Locale; params: SearchParams }) {
  const { search } = messages(locale);
  return (
    <fieldset className="px-2 py-3">
      <legend className="sr-only">{search.options}</legend>
      <Flag name="exact" isOn={params.exact} label={search.exact} hint={search.exactHint} />
      <Flag name="collapse" isOn={params.collapse} label={search.collapse} hint={search.collapseHint} />
      <Flag name="copies" isOn={params.copies} label={search.onlyCopies} hint={search.onlyCopiesHint} />
    </fieldset>
  );
}

type FlagProps = { name: string; isOn: boolean; label: string; hint: string };

function Flag({ name, isOn, label, hint }: FlagProps) {
  const id = `${name}-hint`;
  return (
    <div title={hint}>
      <Checkbox form={FORM_ID} name={name} value="1" defaultChecked={isOn} label={label} aria-describedby={id} />
      <span id={id} className="sr-only">
        {hint}
      </span>
    </div>
  );
}
