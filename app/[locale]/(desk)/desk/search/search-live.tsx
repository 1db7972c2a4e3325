"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState, useTransition } from "react";
import { Spinner } from "#components/ui/spinner";
import { MAX_SEARCH_CHARS } from "#lib/core/search/limits";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { boxOf, fillForm, findForm, readForm, sameSearch, wordsOf } from "./form-address";
import { TooLong } from "./too-long";

/** Long enough for the next letter, short enough to feel at once. */
const TYPING_MS = 180;
/** Phones compose every word, so waiting for its end would be no search while typing; but half a word is worth less. */
const COMPOSING_MS = 450;
/** The parts of a date are typed one after another, and each makes a date. */
const DATE_MS = 700;

type Props = {
  locale: Locale;
  /** What stands after `?`, without a page. */
  address: string;
};

/**
 * What scripts add to the search form: results while typing, options that act at once. The address is the state: typing
 * replaces it, a deliberate step (an option, the words after Enter) is a step that the back button takes back. The box
 * is never written into while somebody types ahead of the results.
 */
export function SearchLive({ locale, address }: Props) {
  const router = useRouter();
  const pathname = usePathname();
  const [isPending, start] = useTransition();
  const [tooLong, setTooLong] = useState("");
  const state = useRef({ timer: 0, sent: address, received: address, isAfterEnter: false, isGoingBack: false });

  const show = useEffectEvent((form: HTMLFormElement, how: "push" | "replace") => {
    window.clearTimeout(state.current.timer);
    state.current.timer = 0;
    const wanted = readForm(form);
    if (sameSearch(wanted, state.current.sent)) return;
    state.current.sent = wanted;
    state.current.isAfterEnter = false;
    start(() => router[how](wanted ? `${pathname}?${wanted}` : pathname, { scroll: false }));
  });

  const later = useEffectEvent((form: HTMLFormElement, ms: number, how: "push" | "replace") => {
    window.clearTimeout(state.current.timer);
    state.current.timer = window.setTimeout(() => show(form, how), ms);
  });

  const onInput = useEffectEvent((form: HTMLFormElement, event: Event) => {
    if (event.target !== boxOf(form)) return;
    const { value } = boxOf(form);
    const isTooLong = value.length > MAX_SEARCH_CHARS;
    setTooLong(isTooLong ? value : "");
    window.clearTimeout(state.current.timer);
    if (isTooLong) return;
    const isComposing = event instanceof InputEvent && event.isComposing;
    later(form, isComposing ? COMPOSING_MS : TYPING_MS, state.current.isAfterEnter ? "push" : "replace");
  });

  const onSubmit = useEffectEvent((form: HTMLFormElement) => {
    if (boxOf(form).value.length > MAX_SEARCH_CHARS) return;
    show(form, "replace");
    state.current.isAfterEnter = true;
  });

  /** The address changed, by us or by a link or the back button. */
  const onReceived = useEffectEvent((form: HTMLFormElement, arrived: string) => {
    const { sent, received, isGoingBack } = state.current;
    const typed = boxOf(form).value;
    const isOurs = sameSearch(sent, arrived);
    // A filter's link was made before the last letters were typed: they are not lost, they come after it.
    const isAhead = typed !== wordsOf(arrived) && (isOurs || (!isGoingBack && wordsOf(arrived) === wordsOf(received)));
    Object.assign(state.current, { sent: arrived, received: arrived, isGoingBack: false });
    if (!isAhead) {
      window.clearTimeout(state.current.timer);
      setTooLong("");
    }
    fillForm(form, arrived, !isAhead);
    if (isAhead && !isOurs) later(form, TYPING_MS, "replace");
  });

  useEffect(() => {
    const form = findForm();
    if (form) onReceived(form, address);
  }, [address]);

  useEffect(() => {
    const form = findForm();
    if (!form) return;
    boxOf(form).removeAttribute("maxlength");
    const input = (event: Event) => onInput(form, event);
    const change = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
      if (target.form === form && target !== boxOf(form)) later(form, target.type === "date" ? DATE_MS : 0, "push");
    };
    const submit = (event: Event) => {
      event.preventDefault();
      onSubmit(form);
    };
    const back = () => {
      window.clearTimeout(state.current.timer);
      state.current.isGoingBack = true;
    };
    form.addEventListener("input", input);
    form.addEventListener("compositionend", input);
    // Options and dates stand outside of the form.
    document.addEventListener("change", change);
    form.addEventListener("submit", submit);
    window.addEventListener("popstate", back);
    // What was typed before this script ran.
    later(form, 0, "replace");
    return () => {
      window.clearTimeout(state.current.timer);
      form.removeEventListener("input", input);
      form.removeEventListener("compositionend", input);
      document.removeEventListener("change", change);
      form.removeEventListener("submit", submit);
      window.removeEventListener("popstate", back);
    };
  }, []);

  return (
    <>
      {isPending && (
        <span className="animate-late pointer-events-none absolute end-10 top-3.5 text-ink-faint">
          <Spinner />
          <span className="sr-only">{messages(locale).search.searching}</span>
        </span>
      )}
      {tooLong !== "" && <TooLong locale={locale} text={tooLong} />}
    </>
  );
}
