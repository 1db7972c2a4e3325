"use client";

import { Field as Base } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class";
import { cx } from "./cx";
import { Icon } from "./icon";

/** The browser's own select: for plain forms, filters that must work without JavaScript, and phones. */
export function NativeSelect({ className, ...rest }: ComponentProps<"select">) {
  return (
    <span className="relative block">
      <Base.Control render={<select {...rest} className={cx(controlClass, "appearance-none pe-9", className)} />} />
      <Icon name="chevron-down" className="pointer-events-none absolute inset-y-0 end-2.5 my-auto text-ink-faint" />
    </span>
  );
}
