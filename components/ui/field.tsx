"use client";

import { Field as Base } from "@base-ui/react/field";
import type { ReactNode } from "react";
import { cx } from "./cx";

type Props = {
  label: string;
  hint?: ReactNode;
  /** What is wrong with the value and what to do. */
  error?: string | null;
  /** The label stays for screen readers only. */
  hideLabel?: boolean;
  name?: string;
  className?: string;
  children: ReactNode;
};

/** A form field: label, control (Input, Textarea, NativeSelect, Select, Combobox), hint and error, wired together. */
export function Field({ label, hint, error, hideLabel, name, className, children }: Props) {
  return (
    <Base.Root name={name} invalid={Boolean(error)} className={cx("flex flex-col gap-1.5", className)}>
      <Base.Label className={hideLabel ? "sr-only" : "text-sm font-semibold"}>{label}</Base.Label>
      {children}
      {hint && <Base.Description className="text-sm text-ink-faint">{hint}</Base.Description>}
      {error && (
        <Base.Error match className="text-sm font-medium text-bad">
          {error}
        </Base.Error>
      )}
    </Base.Root>
  );
}
