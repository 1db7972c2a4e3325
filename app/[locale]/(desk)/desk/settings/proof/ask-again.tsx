"use client";

import { Button } from "#components/ui/button";
import type { Locale } from "#lib/i18n/locales";
import { useChange } from "../people/use-change";
import { askAgainAction } from "./actions";

/** Asks the authorities now for what waits. */
export function AskAgain({ locale, label, done }: { locale: Locale; label: string; done: string }) {
  const { pending, run } = useChange(locale);
  return (
    <Button icon="retry" busy={pending} onClick={() => run(askAgainAction, done)}>
      {label}
    </Button>
  );
}
