"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { CheckReport } from "#components/evidence/check-report";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { ActionResult } from "#lib/http";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { VerifyReport } from "#lib/services/verify/verify-capture";
import { checkCaptureAction } from "../actions";

/** Checks everything about a capture on the server, now, and says line by line what holds. */
export function CheckNow({ locale, captureId }: { locale: Locale; captureId: string }) {
  const { captures, errors, submit } = messages(locale);
  const { detail } = captures;
  const [result, setResult] = useState<ActionResult<VerifyReport> | "lost" | null>(null);
  const [isChecking, start] = useTransition();
  const router = useRouter();
  const check = () =>
    start(async () => {
      setResult(await checkCaptureAction(captureId).catch(() => "lost" as const));
      router.refresh();
    });
  return (
    <div className="flex flex-col items-start gap-3">
      <Button size="sm" icon="seal" busy={isChecking} onClick={check}>
        {isChecking ? detail.checking : detail.check}
      </Button>
      {result !== null && (result === "lost" || !result.ok) && (
        <Notice tone="bad" live>
          {result === "lost" ? submit.notReached : errors[result.error.code]}
        </Notice>
      )}
      {result !== null && result !== "lost" && result.ok && <CheckReport locale={locale} lines={result.data.lines} />}
    </div>
  );
}
