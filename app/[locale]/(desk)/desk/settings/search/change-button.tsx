"use client";

import { Button } from "#components/ui/button";
import type { ActionResult } from "#lib/http";
import type { Locale } from "#lib/i18n/locales";
import { useChange } from "../people/use-change";

type Props = {
  locale: Locale;
  label: string;
  /** Said when the change is on its way. */
  done: string;
  disabled?: boolean;
  action: () => Promise<ActionResult<null>>;
};

/** Does one thing and says so. */
export function ChangeButton({ locale, label, done, disabled, action }: Props) {
  const { pending, run } = useChange(locale);
  return (
    <Button icon="retry" busy={pending} disabled={disabled} onClick={() => run(action, done)}>
      {label}
    </Button>
  );
}
