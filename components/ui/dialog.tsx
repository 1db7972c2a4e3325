"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { ReactElement, ReactNode, RefObject } from "react";
import { cx } from "./cx";
import { DIALOG_BACKDROP, DIALOG_POPUP, DIALOG_VIEWPORT } from "./dialog-class";
import { Icon } from "./icon";

type Props = {
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
  /** The button that opens it; leave out and pass `open` to steer it yourself. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: "md" | "lg";
  /** What has the focus at the beginning; the button that closes it unless said otherwise. */
  initialFocus?: RefObject<HTMLElement | null>;
  children?: ReactNode;
  /** Buttons, the primary one last. */
  footer?: ReactNode;
};

/** A modal window: focus stays in it, Escape closes it, focus returns to where it came from. */
export function Dialog(props: Props) {
  const {
    title,
    description,
    closeLabel,
    trigger,
    open,
    onOpenChange,
    size = "md",
    initialFocus,
    children,
    footer,
  } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={DIALOG_BACKDROP} />
        <Base.Viewport className={DIALOG_VIEWPORT}>
          <Base.Popup
            initialFocus={initialFocus}
            className={cx(DIALOG_POPUP, size === "lg" ? "max-w-4xl" : "max-w-lg")}
          >
            <div className="flex items-start justify-between gap-4">
              <Base.Title className="font-serif text-2xl font-semibold">{title}</Base.Title>
              <Base.Close
                aria-label={closeLabel}
                className="-me-2 inline-flex size-9 shrink-0 items-center justify-center rounded-md hover:bg-wash"
              >
                <Icon name="close" />
              </Base.Close>
            </div>
            {description && <Base.Description className="mt-1 text-base text-ink-soft">{description}</Base.Description>}
            {children && <div className="mt-4">{children}</div>}
            {footer && <div className="mt-6 flex flex-wrap justify-end gap-2">{footer}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Wraps a button of the dialog's own content so that it closes it. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Base.Close render={children} />;
}
