import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type Props = { icon?: IconName; title: string; children?: ReactNode; action?: ReactNode };

/** Nothing here yet: one sentence about what will be, and the one next step. */
export function EmptyState({ icon, title, children, action }: Props) {
  return (
    <div className="flex flex-col items-start gap-3 border-y border-dashed border-edge px-4 py-10 sm:px-8">
      {icon && <Icon name={icon} className="size-8 text-ink-faint" />}
      <p className="font-serif text-xl">{title}</p>
      {children && <div className="max-w-measure text-base text-ink-soft">{children}</div>}
      {action}
    </div>
  );
}
