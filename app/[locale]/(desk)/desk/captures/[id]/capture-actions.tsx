"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "#components/ui/button";
import { buttonClass } from "#components/ui/button-class";
import { Icon } from "#components/ui/icon";
import { useToast } from "#components/ui/toast";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { captureAgainAction } from "../actions";
import { AddToCase } from "./add-to-case";

type Props = {
  locale: Locale;
  captureId: string;
  sourceId: string;
  liveUrl: string;
  /** A new capture of the source is waiting or running. */
  isPending: boolean;
  cases: { id: string; title: string }[];
  suggestedCaseId: string | undefined;
};

/** What can be done with a capture; the live page last and marked as leaving. */
export function CaptureActions(props: Props) {
  const { locale, captureId, sourceId, liveUrl, isPending, cases, suggestedCaseId } = props;
  const { captures, errors, evidence, submit } = messages(locale);
  const { detail } = captures;
  const { show } = useToast();
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const again = () =>
    start(async () => {
      const result = await captureAgainAction({ sourceId }).catch(() => null);
      if (result?.ok) show({ title: detail.againStarted });
      else show({ title: result ? errors[result.error.code] : submit.notReached, kind: "problem" });
      router.refresh();
    });
  return (
    <>
      <AddToCase
        locale={locale}
        target={{ kind: "capture", captureId }}
        cases={cases}
        suggestedCaseId={suggestedCaseId}
      />
      <Button icon="retry" busy={isBusy} disabled={isPending} title={submit.progress.againHint} onClick={again}>
        {isPending ? detail.againRunning : detail.again}
      </Button>
      <a href={liveUrl} rel="noopener noreferrer nofollow external" target="_blank" className={buttonClass("quiet")}>
        <Icon name="leave" /> {detail.live} <span className="text-ink-faint">({evidence.leaves})</span>
      </a>
    </>
  );
}
