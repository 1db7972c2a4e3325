"use client";

import { useEffect, useEffectEvent } from "react";
import { areSingleKeysOn } from "#components/frame/single-keys";
import { isAfterG } from "#components/frame/use-desk-keys";
import { useSelection } from "./selection";

/**
 * The keys of the results: `/` to the box, J and K or the arrows between results, C finds copies, X ticks, A adds to a
 * case file, Escape takes back what is ticked. Enter opens a result because it is a link. Letters are told by the place
 * of the key, so that they work while an Arabic layout is on.
 */
export function SearchKeys() {
  const { clear, selected, add } = useSelection();

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target instanceof HTMLElement ? event.target : null;
    const box = document.querySelector<HTMLInputElement>("#search-box");
    const isInBox = target !== null && target === box;
    if (!isInBox && target?.closest(BUSY)) return;
    const row = target?.closest<HTMLElement>("[data-row]") ?? null;
    const done = (act: (() => void) | undefined) => {
      if (!act) return;
      event.preventDefault();
      act();
    };
    if (event.key === "ArrowDown" && (isInBox || row)) return done(step(row, 1));
    if (event.key === "ArrowUp" && row) return done(step(row, -1) ?? (() => box?.focus()));
    if (event.key === "Escape" && !isInBox)
      return done(selected.size > 0 ? clear : row ? () => focusBox(box) : undefined);
    if (isInBox || !areSingleKeysOn() || isAfterG()) return;
    if (isSlash(event)) return done(() => focusBox(box));
    if (event.code === "KeyJ") return done(step(row, 1));
    if (event.code === "KeyK") return done(row ? (step(row, -1) ?? (() => focusBox(box))) : undefined);
    if (event.code === "KeyA" && selected.size > 0) return done(() => add([...selected.values()]));
    const part = PARTS[event.code];
    const element = part && row?.querySelector<HTMLElement>(part);
    if (element) done(() => element.click());
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    // Before the desk's own keys: here `/` means this box.
    document.addEventListener("keydown", listener, { capture: true });
    return () => document.removeEventListener("keydown", listener, { capture: true });
  }, []);
  return null;
}

/** Where letters are text or steer something else; a tick box is neither. */
const BUSY =
  "input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** What a letter presses in the row that has the focus. */
const PARTS: Readonly<Record<string, string>> = { KeyX: "[data-select]", KeyC: "[data-copies]", KeyA: "[data-add]" };

const isSlash = ({ key, code }: KeyboardEvent) => key === "/" || (code === "Slash" && key !== "?" && key !== "؟");

function focusBox(box: HTMLInputElement | null): void {
  box?.focus();
  box?.select();
}

/** To the result after or before; from nowhere to the first. */
function step(row: HTMLElement | null, by: 1 | -1): (() => void) | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const next = rows[(row ? rows.indexOf(row) : -1) + by]?.querySelector<HTMLElement>("[data-result]");
  if (!next) return undefined;
  return () => {
    next.focus();
    next.closest("[data-row]")?.scrollIntoView({ block: "nearest" });
  };
}
