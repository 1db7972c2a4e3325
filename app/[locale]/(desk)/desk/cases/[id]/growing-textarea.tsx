"use client";

import type { ComponentProps } from "react";
import { cx } from "#components/ui/cx";
import { Textarea } from "#components/ui/textarea";

type Props = ComponentProps<"textarea"> & { rows: number };

/** A textarea as tall as its text, where the browser can (`field-sizing`); else as tall as its rows. */
export function GrowingTextarea({ rows, className, style, ...rest }: Props) {
  return (
    <Textarea
      {...rest}
      rows={rows}
      className={cx("field-sizing-content", className)}
      style={{ minBlockSize: `calc(${rows}lh + 0.9rem)`, ...style }}
    />
  );
}
