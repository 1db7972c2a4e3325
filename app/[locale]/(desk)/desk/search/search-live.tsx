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
  const state = useRef({
    timer: 0,
    /** What was asked for last, by the form or by a link. */
    sent: address,
    /** What the page shows. */
    received: address,
    isAfterEnter: false,
    isLinkOnItsWay: false,
    isGoingBack: false,
  });

  const show = useEffectEvent((form: HTMLFormElement, isStep: boolean) => {
    window.clearTimeout(state.current.timer);
    const wanted = readForm(form, state.current.sent);
    if (sameSearch(wanted, state.current.sent)) return;
    // A link that is overtaken was a step all the same.
    const how = isStep || state.current.isAfterEnter || state.current.isLinkOnItsWay ? "push" : "replace";
    Object.assign(state.current, { sent: wanted, isAfterEnter: false, isLinkOnItsWay: false });
    start(() => router[how](wanted ? `${pathname}?${wanted}` : pathname, { scroll: false }));
  });

  const later = useEffectEvent((form: HTMLFormElement, ms: number, isStep = false) => {
    window.clearTimeout(state.current.timer);
    state.current.timer = window.setTimeout(() => show(form, isStep), ms);
  });

  const onInput = useEffectEvent((form: HTMLFormElement, event: Event) => {
    if (event.target !== boxOf(form)) return;
    const { value } = boxOf(form);
    const isTooLong = value.length > MAX_SEARCH_CHARS;
    setTooLong(isTooLong ? value : "");
    window.clearTimeout(state.current.timer);
    if (isTooLong) return;
    const isComposing = event instanceof InputEvent && event.isComposing;
    later(form, isComposing ? COMPOSING_MS : TYPING_MS);
  });

  const onSubmit = useEffectEvent((form: HTMLFormElement) => {
    if (boxOf(form).value.length > MAX_SEARCH_CHARS) return;
    show(form, false);
    // What is typed next is another search.
    state.current.isAfterEnter = true;
  });

  /** A filter, a saved search: the form follows at once, so that what is typed meanwhile comes after it. */
  const onLink = useEffectEvent((form: HTMLFormElement, link: string) => {
    const { received } = state.current;
    fillForm(form, link, wordsOf(link) !== wordsOf(received));
    Object.assign(state.current, { sent: link, isLinkOnItsWay: !sameSearch(link, received) });
    if (boxOf(form).value === wordsOf(link)) window.clearTimeout(state.current.timer);
    else later(form, TYPING_MS);
  });

  /** The address changed, by us or by a link or the back button. */
  const onReceived = useEffectEvent((form: HTMLFormElement, arrived: string) => {
    const { sent, received, isGoingBack } = state.current;
    const typed = boxOf(form).value;
    const isOurs = sameSearch(sent, arrived);
    // A filter that knows nothing of the last letters: they are not lost, they come after it.
    const isAhead = typed !== wordsOf(arrived) && (isOurs || (!isGoingBack && wordsOf(arrived) === wordsOf(received)));
    Object.assign(state.current, {
      sent: arrived,
      received: arrived,
      isLinkOnItsWay: false,
      isGoingBack: false,
    });
    if (!isAhead) {
      window.clearTimeout(state.current.timer);
      setTooLong("");
    }
    fillForm(form, arrived, !isAhead);
    if (isAhead && !isOurs) later(form, TYPING_MS);
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
      if (target.form === form && target !== boxOf(form)) later(form, target.type === "date" ? DATE_MS : 0, true);
    };
    const submit = (event: Event) => {
      event.preventDefault();
      onSubmit(form);
    };
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || link.target || link.download || event.button !== 0 || isModified(event)) return;
      if (link.origin === location.origin && link.pathname === location.pathname)
        onLink(form, withoutPage(link.search));
    };
    const back = () => {
      window.clearTimeout(state.current.timer);
      state.current.isGoingBack = true;
    };
    form.addEventListener("input", input);
    form.addEventListener("compositionend", input);
    // Options and dates stand outside of the form.
    document.addEventListener("change", change);
    document.addEventListener("click", click, { capture: true });
    form.addEventListener("submit", submit);
    window.addEventListener("popstate", back);
    // What was typed before this script ran.
    later(form, 0);
    return () => {
      window.clearTimeout(state.current.timer);
      form.removeEventListener("input", input);
      form.removeEventListener("compositionend", input);
      document.removeEventListener("change", change);
      document.removeEventListener("click", click, { capture: true });
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

function isModified({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey;
}

function withoutPage(search: string): string {
  const address = new URLSearchParams(search);
  address.delete("page");
  return address.toString();
}
