"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { ExhibitTarget } from "#lib/schemas/case-inputs";

/** A result that can be put into a case file. */
export type Choice = { id: string; target: ExhibitTarget };

type Chosen = {
  /** By the result's id, in the order they were ticked. */
  selected: ReadonlyMap<string, Choice>;
  toggle: (choice: Choice) => void;
  clear: () => void;
  /** What the dialog adds to a case file; null while it is closed. */
  adding: readonly Choice[] | null;
  add: (choices: readonly Choice[] | null) => void;
};

const Context = createContext<Chosen | null>(null);

/** What is ticked in the results. It stays while the search changes, so that results of several can be added together. */
export function Selection({ children }: { children: ReactNode }) {
  const [selected, setSelected] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [adding, add] = useState<readonly Choice[] | null>(null);
  const value = useMemo<Chosen>(
    () => ({
      selected,
      adding,
      add,
      clear: () => setSelected(new Map()),
      toggle: (choice) =>
        setSelected((before) => {
          const after = new Map(before);
          if (!after.delete(choice.id)) after.set(choice.id, choice);
          return after;
        }),
    }),
    [selected, adding],
  );
  return <Context value={value}>{children}</Context>;
}

export function useSelection(): Chosen {
  const chosen = useContext(Context);
  if (!chosen) throw new Error("Outside of a Selection");
  return chosen;
}
