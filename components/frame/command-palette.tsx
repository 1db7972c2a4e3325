"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { cx } from "#components/ui/cx";
import { DIALOG_BACKDROP } from "#components/ui/dialog-class";
import { Icon } from "#components/ui/icon";
import { optionClass } from "#components/ui/popup-class";
import type { Locale } from "#lib/i18n/locales";
import type { DeskPlace } from "./desk-places";
import { type Destination, type DestinationWords, destinations } from "./palette-destinations";

export type PaletteWords = DestinationWords & {
  paletteTitle: string;
  palettePlaceholder: string;
  paletteNothing: string;
  paletteResults: string;
};

type Props = {
  locale: Locale;
  places: DeskPlace[];
  words: PaletteWords;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Ctrl/⌘ K: go to a page, search for words, or paste links to have them captured. */
export function CommandPalette({ locale, places, words, open, onOpenChange }: Props) {
  const router = useRouter();
  const [text, setText] = useState("");
  const setOpen = (next: boolean) => {
    onOpenChange(next);
    if (!next) setText("");
  };
  const items = destinations(locale, places, words, text);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className={DIALOG_BACKDROP} />
        <Dialog.Viewport className="fixed inset-0 flex items-start justify-center p-3 sm:pt-[14vh]">
          <Dialog.Popup className="w-full max-w-xl border-t-4 border-stamp bg-sheet text-ink shadow-floating outline-none">
            <Dialog.Title className="sr-only">{words.paletteTitle}</Dialog.Title>
            <Autocomplete.Root
              inline
              open
              mode="none"
              autoHighlight="always"
              items={items}
              value={text}
              onValueChange={setText}
              itemToStringValue={(item: Destination) => item.label}
            >
              <div className="flex items-center gap-3 border-b border-hairline px-4">
                <Icon name="search" className="size-5 text-ink-faint" />
                <Autocomplete.Input
                  aria-label={words.paletteTitle}
                  placeholder={words.palettePlaceholder}
                  dir="auto"
                  className="min-h-14 w-full bg-transparent text-[1rem] outline-none placeholder:text-ink-faint"
                  onPaste={(event) => {
                    // A one-line box would glue pasted lines together.
                    const pasted = event.clipboardData.getData("text/plain");
                    if (!/[\r\n]/.test(pasted.trim())) return;
                    event.preventDefault();
                    setText(`${text} ${pasted}`.trim().replace(/\s+/g, " "));
                  }}
                />
              </div>
              <Autocomplete.Empty className="px-4 text-base text-ink-faint not-empty:py-4">
                {words.paletteNothing}
              </Autocomplete.Empty>
              <Autocomplete.List aria-label={words.paletteResults} className="max-h-[55vh] overflow-y-auto py-1.5">
                {(item: Destination) => (
                  <Autocomplete.Item
                    key={item.href}
                    value={item}
                    className={cx(optionClass, "min-h-11 px-4")}
                    onClick={() => {
                      setOpen(false);
                      router.push(item.href);
                    }}
                  >
                    <Icon name={item.icon} className="size-5 text-ink-faint" />
                    <span className="min-w-0 grow truncate">{item.label}</span>
                    {item.detail && <bdi className="max-w-[45%] truncate text-sm text-ink-faint">{item.detail}</bdi>}
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
