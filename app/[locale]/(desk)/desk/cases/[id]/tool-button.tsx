"use client";

import type { Ref } from "react";
import { cx } from "#components/ui/cx";
import { Icon, type IconName } from "#components/ui/icon";

type Props = {
  label: string;
  /** A picture, or one or two letters. */
  icon?: IconName;
  sign?: string;
  /** Shown with the label, e.g. `Mod-B`. */
  keys?: string;
  pressed?: boolean;
  disabled?: boolean;
  className?: string;
  onPress: () => void;
  ref?: Ref<HTMLButtonElement>;
};

/** One button of the story's toolbar. Pressing it leaves the selection where it is. */
export function ToolButton({ label, icon, sign, keys, pressed, disabled, className, onPress, ref }: Props) {
  return (
    <button
      ref={ref}
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      title={keys ? `${label} (${keys.replace("Mod", "Ctrl")})` : label}
      disabled={disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={cx(
        "inline-flex size-9 items-center justify-center rounded-md text-sm disabled:opacity-40",
        pressed ? "bg-ink text-paper" : "text-ink-soft hover:bg-wash hover:text-ink",
      )}
    >
      {icon ? (
        <Icon name={icon} className={className} />
      ) : (
        <span data-sign={sign} className={cx("before:content-[attr(data-sign)]", className)} />
      )}
    </button>
  );
}
