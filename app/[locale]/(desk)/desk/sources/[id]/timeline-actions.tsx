"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { Button } from "#components/ui/button";
import { useToast } from "#components/ui/toast";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { captureAgainAction } from "../../captures/actions";
import { setScheduleAction } from "../actions";

const LOOK_EVERY_MS = 4_000;

type Props = { locale: Locale; sourceId: string; isPending: boolean; isPromotable: boolean };

/** Captures the source now; while a capture is under way the page looks for it by itself. */
export function CaptureNow({ locale, sourceId, isPending, isPromotable }: Props) {
  const { captures, errors, submit } = messages(locale);
  const { detail } = captures;
  const { show } = useToast();
  const router = useRouter();
  const [isBusy, start] = useTransition();
  // A planned look that nobody has begun must not keep a person waiting: asking lets it go first.
  const isUnderWay = isPending && !isPromotable;
  useEffect(() => {
    if (!isPending) return;
    const timer = setInterval(() => router.refresh(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isPending, router]);
  const check = () =>
    start(async () => {
      const result = await captureAgainAction({ sourceId }).catch(() => null);
      if (result?.ok) show({ title: detail.againStarted });
      else show({ title: result ? errors[result.error.code] : submit.notReached, kind: "problem" });
      router.refresh();
    });
  return (
    <Button variant="primary" icon="retry" busy={isBusy} disabled={isUnderWay} onClick={check}>
      {isUnderWay ? detail.againRunning : detail.again}
    </Button>
  );
}

/** Stops or resumes the planned looks; either can be taken back by the other. */
export function StopOrResume({
  locale,
  sourceId,
  isStopped,
}: {
  locale: Locale;
  sourceId: string;
  isStopped: boolean;
}) {
  const { errors, submit, time } = messages(locale);
  const { show } = useToast();
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const change = () =>
    start(async () => {
      const result = await setScheduleAction({ sourceId, isStopped: !isStopped }).catch(() => null);
      if (result?.ok) show({ title: isStopped ? time.resumeDone : time.stopDone });
      else show({ title: result ? errors[result.error.code] : submit.notReached, kind: "problem" });
      router.refresh();
    });
  return (
    <Button
      size="sm"
      icon={isStopped ? "replay" : "stop"}
      busy={isBusy}
      title={isStopped ? time.resumeHint : time.stopHint}
      onClick={change}
    >
      {isStopped ? time.resume : time.stop}
    </Button>
  );
}
