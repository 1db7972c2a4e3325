"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "#components/ui/button";
import { useToast } from "#components/ui/toast";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { captureAgainAction } from "./captures/actions";

/** Asks for a source again whose request failed. */
export function RequestAgain({ locale, sourceId }: { locale: Locale; sourceId: string }) {
  const { errors, submit } = messages(locale);
  const { show } = useToast();
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const again = () =>
    start(async () => {
      const result = await captureAgainAction({ sourceId }).catch(() => null);
      if (!result?.ok) show({ title: result ? errors[result.error.code] : submit.notReached, kind: "problem" });
      router.refresh();
    });
  return (
    <Button size="sm" icon="retry" busy={isBusy} onClick={again}>
      {submit.progress.again}
    </Button>
  );
}
