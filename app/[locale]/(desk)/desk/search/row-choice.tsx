"use client";

import { Button } from "#components/ui/button";
import { type Choice, useSelection } from "./selection";

/** The box at the start of a result. */
export function SelectBox({ choice, label }: { choice: Choice; label: string }) {
  const { selected, toggle } = useSelection();
  return (
    <label className="relative -my-1 -ms-1 flex min-h-8 min-w-8 shrink-0 cursor-pointer items-start justify-center pt-2">
      <input
        type="checkbox"
        data-select=""
        checked={selected.has(choice.id)}
        onChange={() => toggle(choice)}
        aria-label={label}
        className="size-4"
      />
    </label>
  );
}

/** Adds this one result. */
export function AddOne({ choice, label, name }: { choice: Choice; label: string; name: string }) {
  const { add } = useSelection();
  return (
    <Button size="sm" variant="quiet" icon="cases" data-add="" className="relative -ms-2" onClick={() => add([choice])}>
      <span>
        {label}
        <span className="sr-only">: {name}</span>
      </span>
    </Button>
  );
}
