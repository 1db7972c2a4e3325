"use client";

import { Field as Base } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class";
import { cx } from "./cx";

type Props = Omit<ComponentProps<"input">, "defaultValue" | "value"> & { value?: string; defaultValue?: string };

/** One line of text. Inside a Field it takes the label, hint and error of it. */
export function Input({ className, ...rest }: Props) {
  return <Base.Control {...rest} className={cx(controlClass, className)} />;
}
