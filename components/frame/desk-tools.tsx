"use client";

import { DirectionProvider } from "@base-ui/react/direction-provider";
import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useState } from "react";
import { ToastProvider } from "#components/ui/toast";
import { LOCALES, type Locale } from "#lib/i18n/locales";
import { CommandPalette, type PaletteWords } from "./command-palette";
import type { DeskPlace } from "./desk-places";
import { KeysDialog, type KeysWords } from "./keys-dialog";
import { useDeskKeys } from "./use-desk-keys";

type Tools = { openPalette: () => void; openKeys: () => void };

const ToolsContext = createContext<Tools>({ openPalette: () => {}, openKeys: () => {} });

/** Opens the palette or the list of keys from anywhere on the desk. */
export function useDeskTools(): Tools {
  return useContext(ToolsContext);
}

type Props = {
  locale: Locale;
  places: DeskPlace[];
  words: PaletteWords & KeysWords & { close: string };
  children: ReactNode;
};

/** What works everywhere on the desk: the palette, the keys, the toasts, the reading direction of the primitives. */
export function DeskTools({ locale, places, words, children }: Props) {
  const router = useRouter();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isKeysOpen, setKeysOpen] = useState(false);
  const openPalette = () => setPaletteOpen(true);
  const openKeys = () => setKeysOpen(true);
  useDeskKeys({ places, openPalette, openKeys, go: (href) => router.push(href) });
  return (
    <DirectionProvider direction={LOCALES[locale].dir}>
      <ToastProvider closeLabel={words.close}>
        <ToolsContext value={{ openPalette, openKeys }}>{children}</ToolsContext>
        <CommandPalette
          locale={locale}
          places={places}
          words={words}
          open={isPaletteOpen}
          onOpenChange={setPaletteOpen}
        />
        <KeysDialog places={places} words={words} open={isKeysOpen} onOpenChange={setKeysOpen} />
      </ToastProvider>
    </DirectionProvider>
  );
}
