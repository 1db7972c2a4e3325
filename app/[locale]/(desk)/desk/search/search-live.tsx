"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { areSingleKeysOn } from "#components/frame/single-keys";

/** Long enough to finish a word, short enough to feel at once. */
const TYPING_MS = 350;

/**
 * What scripts add to the search form: results while typing, filters that act at once, `/` to the box,
 * J and K or the arrows between results. Enter opens a result because it is a link.
 */
export function SearchLive() {
  const router = useRouter();
  const pathname = usePathname();

  const show = useEffectEvent((form: HTMLFormElement) => {
    const pairs = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === "string" && value !== "" && !(name === "sort" && value === "relevance") ? [[name, value]] : [],
    );
    router.replace(`${pathname}?${new URLSearchParams(pairs)}`, { scroll: false });
  });

  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>("#search-form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onInput = (event: Event) => {
      clearTimeout(timer);
      if ((event as InputEvent).isComposing) return;
      timer = setTimeout(() => show(form), TYPING_MS);
    };
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault();
      clearTimeout(timer);
      show(form);
    };
    const onKey = (event: KeyboardEvent) => moveByKey(event);
    form.addEventListener("input", onInput);
    form.addEventListener("compositionend", onInput);
    form.addEventListener("submit", onSubmit);
    // Before the desk's own keys: here `/` means this box.
    document.addEventListener("keydown", onKey, { capture: true });
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", onInput);
      form.removeEventListener("compositionend", onInput);
      form.removeEventListener("submit", onSubmit);
      document.removeEventListener("keydown", onKey, { capture: true });
    };
  }, []);
  return null;
}

/** Letters are told by the place of the key, so that they work while an Arabic layout is on. */
function moveByKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const target = event.target instanceof HTMLElement ? event.target : null;
  const box = document.querySelector<HTMLInputElement>("#search-box");
  const isInBox = target === box;
  if (!isInBox && target?.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu]")) return;
  const isLetterAllowed = !isInBox && areSingleKeysOn();
  if (isLetterAllowed && (event.key === "/" || event.code === "Slash") && event.key !== "?" && event.key !== "؟") {
    event.preventDefault();
    box?.focus();
    box?.select();
    return;
  }
  const links = [...document.querySelectorAll<HTMLElement>("[data-result]")];
  const at = target ? links.indexOf(target) : -1;
  const isDown = (event.key === "ArrowDown" && (isInBox || at >= 0)) || (isLetterAllowed && event.code === "KeyJ");
  const isUp = (event.key === "ArrowUp" && at >= 0) || (isLetterAllowed && event.code === "KeyK");
  if (!isDown && !isUp) return;
  const next = isDown ? links[at + 1] : at <= 0 ? box : links[at - 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}
