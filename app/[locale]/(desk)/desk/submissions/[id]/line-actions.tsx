"use client";

import { useTransition } from "react";
import { Button } from "#components/ui/button";
import { useToast } from "#components/ui/toast";
import { holdsContent } from "#lib/core/captures/types";
import type { ActionResult } from "#lib/http";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { LineProgress } from "#lib/services/submissions/get-submission-progress";
import { captureAgainAction, withdrawAction } from "../../captures/actions";

type Props = { locale: Locale; line: LineProgress; onDone: () => void };

/** What can be done with one line now: take its request back, or capture again. */
export function LineActions({ locale, line, onDone }: Props) {
  const { submit, errors } = messages(locale);
  const { show } = useToast();
  const [isBusy, start] = useTransition();
  const { request, source } = line;
  // What has just been captured well needs no second look.
  const isGood = line.capture !== null && holdsContent(line.capture.outcome);
  const isOver = request === null ? line.existing !== null : request.state === "failed" || request.state === "finished";
  const canCaptureAgain = source && isOver && !isGood;

  const run = (work: () => Promise<ActionResult<unknown>>, problemOf?: (data: unknown) => string | null) =>
    start(async () => {
      const result = await work().catch(() => null);
      if (result === null) return show({ title: submit.notReached, kind: "problem" });
      const problem = result.ok ? (problemOf?.(result.data) ?? null) : errors[result.error.code];
      if (problem) show({ title: problem, kind: "problem" });
      onDone();
    });

  if (request?.canWithdraw) {
    const tooLate = (isWithdrawn: unknown) => (isWithdrawn ? null : submit.progress.tooLate);
    return (
      <Button
        size="sm"
        variant="quiet"
        icon="undo"
        busy={isBusy}
        onClick={() => run(() => withdrawAction(request.id), tooLate)}
      >
        {submit.progress.withdraw}
      </Button>
    );
  }
  if (!canCaptureAgain) return null;
  const again = () => run(() => captureAgainAction({ sourceId: source.id, itemId: line.id }));
  return (
    <Button size="sm" icon="retry" busy={isBusy} title={submit.progress.againHint} onClick={again}>
      {submit.progress.again}
    </Button>
  );
}
