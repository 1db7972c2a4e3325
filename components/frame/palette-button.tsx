"use client";

import { Icon } from "#components/ui/icon";
import { IconButton } from "#components/ui/icon-button";
import { useDeskTools } from "./desk-tools";

/** Opens the palette: a box on a wide rail, a picture elsewhere. */
export function PaletteButton({ label, wide }: { label: string; wide?: boolean }) {
  const { openPalette } = useDeskTools();
  if (!wide) return <IconButton icon="search" label={label} onClick={openPalette} />;
  return (
    <button
      type="button"
      onClick={openPalette}
      className="flex min-h-10 w-full items-center gap-2.5 rounded-md border border-hairline bg-paper px-3 text-start text-sm text-ink-faint hover:border-edge"
    >
      <Icon name="search" />
      <span className="grow truncate">{label}</span>
      <kbd dir="ltr" className="font-mono text-xs whitespace-nowrap">
        Ctrl K
      </kbd>
    </button>
  );
}

/** Opens the list of keys. */
export function KeysButton({ label }: { label: string }) {
  const { openKeys } = useDeskTools();
  return <IconButton icon="keyboard" label={label} onClick={openKeys} />;
}
