import type { ComponentProps, ReactNode } from "react";

type Props = Omit<ComponentProps<"input">, "type"> & { label: ReactNode };

/** A box to tick, with its words as part of the target. */
export function Checkbox({ label, ...rest }: Props) {
  return (
    <label className="flex min-h-8 cursor-pointer items-start gap-2.5 text-base">
      <input {...rest} type="checkbox" className="mt-[0.28em] size-4 shrink-0" />
      <span className="min-w-0">{label}</span>
    </label>
  );
}
