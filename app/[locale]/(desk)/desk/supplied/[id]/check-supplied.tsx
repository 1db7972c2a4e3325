"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { ActionResult } from "#lib/http";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SuppliedCheck } from "#lib/services/supplied/check-supplied";
import { checkSuppliedAction } from "../actions";

/** Computes the file's hash again on the server and says whether it holds. */
export function CheckSupplied({ locale, id }: { locale: Locale; id: string }) {
  const { errors, submit, supplied } = messages(locale);
  const { detail } = supplied;
  const router = useRouter();
  const [result, setResult] = useState<ActionResult<SuppliedCheck> | "lost" | null>(null);
  const [isChecking, start] = useTransition();
  const check = () =>
    start(async () => {
      setResult(await checkSuppliedAction(id).catch(() => "lost" as const));
      router.refresh();
    });
  const holds = result !== null && result !== "lost" && result.ok && result.data === "holds";
  const words =
    result === "lost" ? submit.notReached : result && (result.ok ? detail[result.data] : errors[result.error.code]);
  return (
    <div className="mt-4 flex flex-col items-start gap-3">
      <Button size="sm" icon="seal" busy={isChecking} onClick={check}>
        {isChecking ? detail.checking : detail.check}
      </Button>
      {words && (
        <Notice tone={holds ? "good" : "bad"} live>
          {words}
        </Notice>
      )}
    </div>
  );
}
