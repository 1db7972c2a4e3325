"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "#components/ui/button";
import { useToast } from "#components/ui/toast";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { submitLines } from "../../submit/actions";

type Props = {
  locale: Locale;
  url: string;
  captureId: string | null;
  isPending: boolean;
  /** The case file that this capture was asked for. */
  caseFileId: string | undefined;
};

/** Another post that is named here: its capture, or one press that asks for one. */
export function CaptureLink({ locale, url, captureId, isPending, caseFileId }: Props) {
  const { errors, postDetails, submit } = messages(locale);
  const { show } = useToast();
  const router = useRouter();
  const [isBusy, start] = useTransition();
  if (captureId) {
    return (
      <Link href={`/${locale}/desk/captures/${captureId}`} className="prose-link">
        {postDetails.openCapture}
        <span className="sr-only">: {url}</span>
      </Link>
    );
  }
  if (isPending) return <span className="text-ink-faint">{postDetails.capturing}</span>;
  const ask = () =>
    start(async () => {
      const input = { text: url, reason: "", caseFileId: caseFileId ?? "" };
      const result = await submitLines(input).catch(() => null);
      if (result?.ok) show({ title: result.data.accepted > 0 ? postDetails.captureAsked : postDetails.captureKnown });
      else show({ title: result ? errors[result.error.code] : submit.notReached, kind: "problem" });
      router.refresh();
    });
  return (
    <Button size="sm" icon="plus" busy={isBusy} onClick={ask}>
      {postDetails.captureToo}
      <span className="sr-only">: {url}</span>
    </Button>
  );
}
