import type { ComponentProps } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";

type Props = Omit<ComponentProps<"button">, "children" | "aria-label"> & { icon: IconName; label: string };

/** A square button that shows only a picture; its label is what screen readers and the browser's hint say. */
export function IconButton({ icon, label, className, type = "button", ...rest }: Props) {
  return (
    <button
      title={label}
      {...rest}
      type={type}
      aria-label={label}
      className={cx(
        "inline-flex size-9 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-wash hover:text-ink",
        "disabled:opacity-55",
        className,
      )}
    >
      <Icon name={icon} />
    </button>
  );
}
