import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";

type NoticeTone = "good" | "warn" | "bad" | "info";

const TONES: Record<NoticeTone, { box: string; icon: IconName }> = {
  good: { box: "border-good text-good", icon: "check" },
  warn: { box: "border-warn text-warn", icon: "alert" },
  bad: { box: "border-bad text-bad", icon: "stop" },
  info: { box: "border-info text-info", icon: "info" },
};

type Props = { tone?: NoticeTone; title?: string; children?: ReactNode; live?: boolean; className?: string };

/**
 * Something the person should know, in the flow of the page.
 * @param live announces it when it appears (after an action); leave out for what is there from the start.
 */
export function Notice({ tone = "info", title, children, live, className }: Props) {
  return (
    <div
      role={live ? (tone === "bad" ? "alert" : "status") : undefined}
      className={cx("flex gap-3 border-s-3 bg-sheet px-4 py-3", TONES[tone].box, className)}
    >
      <Icon name={TONES[tone].icon} className="mt-0.5 size-5" />
      <div className="min-w-0 text-base text-ink">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
