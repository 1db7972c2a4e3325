"use client";

import { useEffect, useEffectEvent } from "react";
import type { DeskPlace } from "./desk-places";
import { areSingleKeysOn } from "./single-keys";

/** How long G waits for its second key. */
const SEQUENCE_MS = 1_500;

/** When G was pressed. There is one keyboard, so there is one moment. */
let startedAt = Number.NEGATIVE_INFINITY;

/** Whether the next letter belongs to G: pages that have letters of their own leave it alone. */
export function isAfterG(): boolean {
  return performance.now() - startedAt < SEQUENCE_MS;
}

type Options = {
  places: DeskPlace[];
  openPalette: () => void;
  openKeys: () => void;
  go: (href: string) => void;
};

/**
 * The desk's keys: Ctrl/⌘ K anywhere; `?`, `/` and G-then-a-letter outside of text and dialogs. Letters are told by
 * the place of the key, so that they work while an Arabic layout is on; `؟` is the question mark of that layout.
 */
export function useDeskKeys({ places, openPalette, openKeys, go }: Options): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === "KeyK") {
      event.preventDefault();
      openPalette();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !areSingleKeysOn() || isBusy(event.target)) return;
    if (event.key === "?" || event.key === "؟") {
      event.preventDefault();
      openKeys();
    } else if (event.key === "/" || event.code === "Slash") {
      event.preventDefault();
      openPalette();
    } else if (isAfterG()) {
      startedAt = Number.NEGATIVE_INFINITY;
      const place = places.find(({ key }) => event.code === `Key${key}`);
      if (place) {
        event.preventDefault();
        go(place.href);
      }
    } else if (event.code === "KeyG") {
      startedAt = performance.now();
    }
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

/** Whether the person is typing, or something modal or a list has the keyboard. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest("input, textarea, select, [role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null
  );
}
