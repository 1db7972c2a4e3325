"use client";

import { usePathname, useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Combobox, type ComboboxOption } from "#components/ui/combobox";
import { Field } from "#components/ui/field";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { FacetValues, LongFacet } from "#lib/services/search/find-facet-values";
import { filterWord } from "./filter-words";

const TYPING_MS = 150;

type Props = {
  locale: Locale;
  field: LongFacet;
  /** The present search, without a page. */
  address: string;
};

/** Finds a value of a long facet by typing: the list beside it shows the largest only. */
export function FacetFinder({ locale, field, address }: Props) {
  const { search } = messages(locale);
  const router = useRouter();
  const pathname = usePathname();
  const [options, setOptions] = useState<ComboboxOption[]>([]);
  const asked = useRef<{ timer: number; abort: AbortController | null }>({ timer: 0, abort: null });

  const find = (typed: string) => {
    window.clearTimeout(asked.current.timer);
    asked.current.abort?.abort();
    if (typed.trim() === "") return setOptions([]);
    asked.current.timer = window.setTimeout(async () => {
      const abort = new AbortController();
      asked.current.abort = abort;
      const question = new URLSearchParams([...new URLSearchParams(address), ["of", field], ["like", typed]]);
      const answer = await fetch(`/api/search/values?${question}`, { signal: abort.signal }).catch(() => null);
      if (!answer?.ok) return;
      const { values, names } = (await answer.json()) as FacetValues;
      setOptions(
        values.map(({ value, count }) => ({
          value,
          label: `\u2068${filterWord(locale, { field, value }, names)}\u2069 · ${formatNumber(locale, count)}`,
        })),
      );
    }, TYPING_MS);
  };

  const choose = (option: ComboboxOption | null) => {
    if (!option) return;
    const next = new URLSearchParams(address);
    if (!next.has(field, option.value)) next.append(field, option.value);
    router.push(`${pathname}?${next}`, { scroll: false });
  };

  return (
    <div className="px-2 pt-1">
      <Field label={search.facetFind[field]} hideLabel>
        <Combobox
          options={options}
          value={null}
          onChange={choose}
          onSearch={find}
          placeholder={search.facetFind[field]}
          emptyLabel={search.facetNone}
        />
      </Field>
    </div>
  );
}
