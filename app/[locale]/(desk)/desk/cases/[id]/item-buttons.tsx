"use client";

import { IconButton } from "#components/ui/icon-button";
import { messages } from "#lib/i18n/messages";
import { useEditor } from "./editor-context";

type Props = {
  /** What the item is called, for the names of the buttons. */
  name: string;
  removeLabel: string;
  index: number;
  count: number;
  onMove: (to: number) => void;
  onRemove: () => void;
};

/** Moves an item of a list up and down, or takes it out. */
export function ItemButtons({ name, removeLabel, index, count, onMove, onRemove }: Props) {
  const { locale, readOnly } = useEditor();
  const { claims } = messages(locale).cases;
  if (readOnly) return null;
  return (
    <div className="flex shrink-0">
      <IconButton
        icon="chevron-up"
        label={`${claims.up} · ${name}`}
        disabled={index === 0}
        onClick={() => onMove(index - 1)}
      />
      <IconButton
        icon="chevron-down"
        label={`${claims.down} · ${name}`}
        disabled={index === count - 1}
        onClick={() => onMove(index + 1)}
      />
      <IconButton icon="trash" label={`${removeLabel} · ${name}`} onClick={onRemove} />
    </div>
  );
}

/** The list with one item at another place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, i) => i !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
}
