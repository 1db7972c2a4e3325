"use client";

import { Select as Base } from "@base-ui/react/select";
import { controlClass } from "./control-class";
import { cx } from "./cx";
import { Icon } from "./icon";
import { optionClass, popupClass } from "./popup-class";

type Props<T extends string> = {
  options: { value: T; label: string }[];
  /** Needed outside a Field, which names it otherwise. */
  label?: string;
  name?: string;
  value?: T;
  defaultValue?: T;
  onChange?: (value: T) => void;
  disabled?: boolean;
};

/** One of a few, in our own looks. For plain forms take NativeSelect. */
export function Select<T extends string>({ options, label, name, value, defaultValue, onChange, disabled }: Props<T>) {
  return (
    <Base.Root
      items={options}
      name={name}
      value={value}
      defaultValue={defaultValue}
      disabled={disabled}
      onValueChange={(next) => next !== null && onChange?.(next)}
    >
      <Base.Trigger
        aria-label={label}
        className={cx(controlClass, "flex items-center justify-between gap-2 text-start")}
      >
        <Base.Value className="truncate" />
        <Base.Icon>
          <Icon name="chevron-down" className="text-ink-faint" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
          <Base.Popup
            className={cx(popupClass, "max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto py-1")}
          >
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className={optionClass}>
                <Base.ItemText className="grow">{option.label}</Base.ItemText>
                <Base.ItemIndicator>
                  <Icon name="check" />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
