"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { controlClass } from "./control-class";
import { cx } from "./cx";
import { Icon } from "./icon";
import { optionClass, popupClass } from "./popup-class";

export type ComboboxOption = { value: string; label: string };

type Props = {
  options: ComboboxOption[];
  /** Said when nothing fits what was typed. */
  emptyLabel: string;
  placeholder?: string;
  name?: string;
  value?: ComboboxOption | null;
  defaultValue?: ComboboxOption | null;
  onChange?: (option: ComboboxOption | null) => void;
  /** Every keystroke, for lists that the server filters. */
  onSearch?: (text: string) => void;
};

/** One of many, found by typing. */
export function Combobox(props: Props) {
  const { options, emptyLabel, placeholder, name, value, defaultValue, onChange, onSearch } = props;
  return (
    <Base.Root
      items={options}
      name={name}
      value={value}
      defaultValue={defaultValue}
      isItemEqualToValue={(a, b) => a.value === b.value}
      onValueChange={(next) => onChange?.(next)}
      onInputValueChange={(text) => onSearch?.(text)}
      filter={onSearch ? null : undefined}
    >
      <span className="relative block">
        <Base.Input placeholder={placeholder} className={cx(controlClass, "pe-9")} />
        <Icon name="chevron-down" className="pointer-events-none absolute inset-y-0 end-2.5 my-auto text-ink-faint" />
      </span>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50 outline-none">
          <Base.Popup
            className={cx(
              popupClass,
              "max-h-[min(20rem,var(--available-height))] w-(--anchor-width) overflow-y-auto py-1",
            )}
          >
            <Base.Empty className="px-3 text-base text-ink-faint not-empty:py-2">{emptyLabel}</Base.Empty>
            <Base.List>
              {(option: ComboboxOption) => (
                <Base.Item key={option.value} value={option} className={optionClass}>
                  <span className="grow">{option.label}</span>
                  <Base.ItemIndicator>
                    <Icon name="check" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
