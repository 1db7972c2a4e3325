"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import type { ReactElement, ReactNode } from "react";
import { Button } from "./button";
import { cx } from "./cx";
import { DIALOG_BACKDROP, DIALOG_POPUP, DIALOG_VIEWPORT } from "./dialog-class";

type Props = {
  title: string;
  /** What happens, and that it cannot be undone if so. */
  body: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  danger?: boolean;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onConfirm: () => void;
};

/** A plain question before something that cannot be undone. */
export function Confirm(props: Props) {
  const { title, body, confirmLabel, cancelLabel, danger, trigger, open, onOpenChange, onConfirm } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={DIALOG_BACKDROP} />
        <Base.Viewport className={DIALOG_VIEWPORT}>
          <Base.Popup className={cx(DIALOG_POPUP, "max-w-md")}>
            <Base.Title className="font-serif text-xl font-semibold">{title}</Base.Title>
            <Base.Description render={<div />} className="mt-2 text-base text-ink-soft">
              {body}
            </Base.Description>
            <div className="mt-6 flex flex-wrap justify-end gap-2">
              <Base.Close render={<Button variant="quiet">{cancelLabel}</Button>} />
              <Base.Close
                render={
                  <Button variant={danger ? "danger" : "primary"} onClick={onConfirm}>
                    {confirmLabel}
                  </Button>
                }
              />
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
