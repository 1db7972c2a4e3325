"use client";

import { usePathname, useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Combobox, type ComboboxOption } from "#components/ui/combobox";
import { Field } from "#components/ui/field";
import type { LongFacet } from "#lib/core/search/search-index";
import { formatNumber } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { FacetValues } from "#lib/services/search/find-facet-values";
import { filterWord } from "./filter-words";

const TYPING_MS = 150;

type Props = {
  locale: Locale;
  field: LongFacet;
  /** The present search, without a page. */
  address: string;
};

const NOTHING: FacetValues = { values: [], names: { cases: {}, hashtags: {} } };

/** Null when nobody answered, or search is down. */
async function ask(question: URLSearchParams, signal: AbortSignal): Promise<FacetValues | null> {
  try {
    const answer = await fetch(`/api/search/values?${question}`, { signal });
    return answer.ok ? ((await answer.json()) as FacetValues) : null;
  } catch {
    return null;
  }
}

/** Finds a value of a long facet by typing: the list beside it shows the largest only. */
export function FacetFinder({ locale, field, address }: Props) {
  const { search } = messages(locale);
  const router = useRouter();
  const pathname = usePathname();
  const [options, setOptions] = useState<ComboboxOption[]>([]);
  const [state, setState] = useState<"asking" | "answered" | "unanswered">("answered");
  const asked = useRef<{ timer: number; abort: AbortController | null }>({ timer: 0, abort: null });

  const find = (typed: string) => {
    window.clearTimeout(asked.current.timer);
    asked.current.abort?.abort();
    const isAsked = typed.trim() !== "";
    setState(isAsked ? "asking" : "answered");
    if (!isAsked) return setOptions([]);
    asked.current.timer = window.setTimeout(async () => {
      const abort = new AbortController();
      asked.current.abort = abort;
      const question = new URLSearchParams([...new URLSearchParams(address), ["of", field], ["like", typed]]);
      const answer = await ask(question, abort.signal);
      // Something else was typed meanwhile, and is being asked for.
      if (abort.signal.aborted) return;
      setState(answer ? "answered" : "unanswered");
      const { values, names } = answer ?? NOTHING;
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
          emptyLabel={
            { asking: search.searching, answered: search.facetNone, unanswered: search.facetUnanswered }[state]
          }
        />
      </Field>
    </div>
  );
}
