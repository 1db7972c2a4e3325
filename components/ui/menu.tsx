"use client";

import { Menu as Base } from "@base-ui/react/menu";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";
import { optionClass, popupClass } from "./popup-class";

type MenuProps = {
  trigger: ReactElement;
  children: ReactNode;
  align?: "start" | "end";
  side?: "top" | "bottom" | "inline-end";
};

/** A list of actions under a button; arrow keys, type-ahead and Escape work. */
export function Menu({ trigger, children, align = "end", side = "bottom" }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} side={side} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className={cx(popupClass, "min-w-48 py-1.5")}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type ItemProps = { icon?: IconName; danger?: boolean; disabled?: boolean; onSelect: () => void; children: ReactNode };

/** One action. */
export function MenuItem({ icon, danger, disabled, onSelect, children }: ItemProps) {
  return (
    <Base.Item disabled={disabled} onClick={onSelect} className={cx(optionClass, danger && "text-bad")}>
      {icon && <Icon name={icon} />}
      {children}
    </Base.Item>
  );
}

/** One place to go. */
export function MenuLink({ href, icon, children }: { href: string; icon?: IconName; children: ReactNode }) {
  return (
    <Base.Item render={<Link href={href} />} className={optionClass}>
      {icon && <Icon name={icon} />}
      {children}
    </Base.Item>
  );
}

/** Words above a group that are not an action, e.g. who is signed in. */
export function MenuHeading({ children }: { children: ReactNode }) {
  return <div className="px-3 py-1.5 text-sm text-ink-faint">{children}</div>;
}

/** A hairline between groups. */
export function MenuSeparator() {
  return <Base.Separator className="my-1.5 border-t border-hairline" />;
}

type RadioProps<T extends string> = {
  label: string;
  value: T;
  options: { value: T; label: string; icon?: IconName }[];
  onChange: (value: T) => void;
};

/** One choice out of a few. */
export function MenuChoice<T extends string>({ label, value, options, onChange }: RadioProps<T>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-3 pt-1 text-xs font-semibold text-ink-faint">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: T) => onChange(next)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={optionClass}>
            {option.icon && <Icon name={option.icon} />}
            <span className="grow">{option.label}</span>
            <Base.RadioItemIndicator>
              <Icon name="check" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}
