"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "#components/ui/button";
import { useToast } from "#components/ui/toast";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { markChangeSeenAction } from "../sources/actions";

/** Takes a change off everybody's list, and puts it back. */
export function MarkSeen({ locale, changeId, isSeen }: { locale: Locale; changeId: string; isSeen: boolean }) {
  const { common, errors, submit, time } = messages(locale);
  const { show } = useToast();
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const mark = (next: boolean) =>
    start(async () => {
      const result = await markChangeSeenAction({ changeId, isSeen: next }).catch(() => null);
      if (!result?.ok) show({ title: result ? errors[result.error.code] : submit.notReached, kind: "problem" });
      else if (next) show({ title: time.seenDone, action: { label: common.actions.undo, onPress: () => mark(false) } });
      else show({ title: time.unseeDone });
      router.refresh();
    });
  return (
    <Button
      size="sm"
      icon={isSeen ? "undo" : "check"}
      busy={isBusy}
      title={isSeen ? undefined : time.seenHint}
      onClick={() => mark(!isSeen)}
    >
      {isSeen ? time.unsee : time.seen}
    </Button>
  );
}
