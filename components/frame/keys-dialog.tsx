"use client";

import type { ReactNode } from "react";
import { useEffect, useState } from "react";
import { Checkbox } from "#components/ui/checkbox";
import { Dialog } from "#components/ui/dialog";
import type { DeskPlace } from "./desk-places";
import { areSingleKeysOn, setSingleKeys } from "./single-keys";

export type KeysWords = {
  keysTitle: string;
  keysLead: string;
  keysOn: string;
  keysOnHint: string;
  keyPalette: string;
  keyHelp: string;
  keyThen: string;
  keyGo: string;
  keysSearch: string;
  keySearchBox: string;
  keyResults: string;
  keyOpen: string;
  keyCopies: string;
  keySelect: string;
  keyAdd: string;
  keyClear: string;
  close: string;
};

type Props = { places: DeskPlace[]; words: KeysWords; open: boolean; onOpenChange: (open: boolean) => void };

/** What the search page adds, with the focus on a result. */
const SEARCH_KEYS = [
  ["Enter", "keyOpen"],
  ["C", "keyCopies"],
  ["X", "keySelect"],
  ["A", "keyAdd"],
  ["Esc", "keyClear"],
] as const;

/** The list of keys, and the switch for those that are a single letter. */
export function KeysDialog({ places, words, open, onOpenChange }: Props) {
  const [isOn, setOn] = useState(true);
  useEffect(() => setOn(areSingleKeysOn()), []);
  return (
    <Dialog
      title={words.keysTitle}
      description={words.keysLead}
      closeLabel={words.close}
      open={open}
      onOpenChange={onOpenChange}
    >
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-5 gap-y-2 text-base">
        <Row what={words.keyPalette}>
          <Key>Ctrl</Key> <Key>K</Key>
        </Row>
        <Row what={words.keyHelp}>
          <Key>?</Key>
        </Row>
        {places.map((place) => (
          <Row key={place.href} what={`${words.keyGo} ${place.label}`}>
            <Key>G</Key> <span className="text-sm text-ink-faint">{words.keyThen}</span> <Key>{place.key}</Key>
          </Row>
        ))}
      </dl>
      <h3 className="kicker mt-5 mb-2 border-t border-hairline pt-4 text-ink-faint">{words.keysSearch}</h3>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-5 gap-y-2 text-base">
        <Row what={words.keySearchBox}>
          <Key>/</Key>
        </Row>
        <Row what={words.keyResults}>
          <Key>J</Key> <Key>K</Key> <Key>↓</Key> <Key>↑</Key>
        </Row>
        {SEARCH_KEYS.map(([key, word]) => (
          <Row key={key} what={words[word]}>
            <Key>{key}</Key>
          </Row>
        ))}
      </dl>
      <div className="mt-5 border-t border-hairline pt-4">
        <Checkbox
          label={words.keysOn}
          checked={isOn}
          onChange={(event) => {
            setOn(event.target.checked);
            setSingleKeys(event.target.checked);
          }}
        />
        <p className="text-sm text-ink-faint">{words.keysOnHint}</p>
      </div>
    </Dialog>
  );
}

function Row({ what, children }: { what: string; children: ReactNode }) {
  return (
    <>
      <dt className="whitespace-nowrap">{children}</dt>
      <dd className="text-ink-soft">{what}</dd>
    </>
  );
}

function Key({ children }: { children: string }) {
  return (
    <kbd
      dir="ltr"
      className="inline-block min-w-7 rounded-sm border border-b-2 border-edge bg-wash px-1.5 text-center font-mono text-sm"
    >
      {children}
    </kbd>
  );
}
