"use client";

import { Field as Base } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { controlClass } from "./control-class";
import { cx } from "./cx";

/** Several lines of text. Inside a Field it takes the label, hint and error of it. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return <Base.Control render={<textarea {...rest} rows={rows} className={cx(controlClass, className)} />} />;
}
