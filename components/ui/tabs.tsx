"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

type Tab = { value: string; label: ReactNode; panel: ReactNode };
type Props = {
  /** The name of the row of tabs. */
  label: string;
  tabs: Tab[];
  defaultValue?: string;
  value?: string;
  onChange?: (value: string) => void;
  /** Keeps hidden panels in the page, e.g. because they hold a form. */
  keepMounted?: boolean;
};

/** Several views of one thing, one at a time. */
export function Tabs({ label, tabs, defaultValue, value, onChange, keepMounted }: Props) {
  return (
    <Base.Root
      value={value}
      defaultValue={value === undefined ? (defaultValue ?? tabs[0]?.value) : undefined}
      onValueChange={(next) => onChange?.(String(next))}
    >
      <Base.List aria-label={label} className="flex gap-5 overflow-x-auto border-b border-hairline">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px min-h-10 shrink-0 border-b-2 border-transparent text-base text-ink-soft hover:text-ink focus-visible:-outline-offset-2 data-[active]:border-stamp data-[active]:font-semibold data-[active]:text-ink"
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} keepMounted={keepMounted} className="pt-5">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
