"use client";

import { Toast as Base } from "@base-ui/react/toast";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon } from "./icon";

type Kind = "done" | "problem";
type Show = {
  title: string;
  description?: string;
  kind?: Kind;
  /** One thing to do about it, usually undo. */
  action?: { label: string; onPress: () => void };
};

/** Tells what just happened, in a corner, without taking the focus. A problem stays until it is closed. */
export function useToast(): { show: (toast: Show) => void } {
  const manager = Base.useToastManager();
  return {
    show: ({ title, description, kind = "done", action }) => {
      manager.add({
        title,
        description,
        type: kind,
        timeout: kind === "problem" || action ? 0 : 5_000,
        priority: kind === "problem" ? "high" : "low",
        actionProps: action && { children: action.label, onClick: action.onPress },
      });
    },
  };
}

/** Holds the toasts; once, around the desk. */
export function ToastProvider({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  return (
    <Base.Provider limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="print-hidden fixed end-4 bottom-20 z-50 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 md:bottom-4">
          <ToastList closeLabel={closeLabel} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList({ closeLabel }: { closeLabel: string }) {
  const manager = Base.useToastManager();
  return manager.toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className="border border-edge bg-sheet shadow-floating transition-opacity data-[starting-style]:opacity-0 data-[ending-style]:opacity-0"
    >
      <Base.Content className="flex items-start gap-3 p-3 ps-4">
        <Icon
          name={toast.type === "problem" ? "alert" : "check"}
          className={cx("mt-0.5 size-5", toast.type === "problem" ? "text-bad" : "text-good")}
        />
        <div className="min-w-0 grow">
          <Base.Title className="text-base font-semibold" />
          <Base.Description className="text-sm text-ink-soft" />
          {toast.actionProps && <Base.Action className="prose-link mt-1 text-sm font-medium" />}
        </div>
        <Base.Close aria-label={closeLabel} className="inline-flex size-7 items-center justify-center hover:bg-wash">
          <Icon name="close" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
