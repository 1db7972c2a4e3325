"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "#components/ui/button";
import { useToast } from "#components/ui/toast";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { withdrawAction } from "./actions";

type Props = { locale: Locale; decisionId: string; onWithdrawn?: () => void };

/** Takes a decision back. */
export function WithdrawButton({ locale, decisionId, onWithdrawn }: Props) {
  const { copies, errors } = messages(locale);
  const { show } = useToast();
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const withdraw = () =>
    start(async () => {
      const result = await withdrawAction(decisionId).catch(() => null);
      if (result?.ok) {
        show({ title: copies.decide.withdrawn });
        onWithdrawn?.();
      } else show({ title: result ? errors[result.error.code] : errors.not_reached, kind: "problem" });
      router.refresh();
    });
  return (
    <Button size="sm" icon="undo" busy={isBusy} onClick={withdraw} className="self-start">
      {copies.decide.undo}
    </Button>
  );
}
