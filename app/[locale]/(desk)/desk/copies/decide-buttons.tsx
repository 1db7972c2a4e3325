"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button";
import { Mark } from "#components/ui/mark";
import { Notice } from "#components/ui/notice";
import { Time } from "#components/ui/time";
import { useToast } from "#components/ui/toast";
import type { DecisionLine, DecisionView } from "#lib/core/duplicates/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { decideAction, withdrawAction } from "./actions";
import { DecisionItem } from "./decision-item";
import { WithdrawButton } from "./withdraw-button";

type Props = { locale: Locale; wordingId: string; otherWordingId: string; decision: DecisionView | null };

/** A person's word on two wordings: same or not the same, and taking it back. */
export function DecideButtons({ locale, wordingId, otherWordingId, decision }: Props) {
  const { copies, common, errors } = messages(locale);
  const { decide } = copies;
  const { show } = useToast();
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const [against, setAgainst] = useState<DecisionLine[]>([]);
  const undo = (decisionId: string) =>
    start(async () => {
      const result = await withdrawAction(decisionId).catch(() => null);
      if (!result?.ok) show({ title: result ? errors[result.error.code] : errors.not_reached, kind: "problem" });
      router.refresh();
    });
  const say = (verdict: DecisionView["verdict"]) =>
    start(async () => {
      const result = await decideAction({ wordingId, otherWordingId, verdict }).catch(() => null);
      setAgainst(result?.ok ? result.data.against : []);
      if (!result?.ok) return show({ title: result ? errors[result.error.code] : errors.not_reached, kind: "problem" });
      const { decisionId } = result.data;
      if (decisionId === null) return;
      show({
        title: verdict === "same" ? decide.doneSame : decide.doneNotTheSame,
        action: { label: common.actions.undo, onPress: () => undo(decisionId) },
      });
      router.refresh();
    });
  if (decision) {
    return (
      <>
        <Mark tone="info" icon={decision.verdict === "same" ? "check" : "ban"}>
          {decide.said[decision.verdict]} <bdi>{decision.decidedBy}</bdi>
        </Mark>
        <Time locale={locale} at={decision.decidedAt} className="text-sm text-ink-faint" />
        <WithdrawButton locale={locale} decisionId={decision.id} />
      </>
    );
  }
  return (
    <>
      <Button size="sm" icon="check" busy={isBusy} onClick={() => say("same")}>
        {decide.same}
      </Button>
      <Button size="sm" icon="ban" busy={isBusy} onClick={() => say("not_the_same")}>
        {decide.notTheSame}
      </Button>
      {against.length > 0 && (
        <Notice tone="bad" live className="order-last basis-full">
          <p>{decide.contradicts}</p>
          <ul>
            {against.map((line) => (
              <DecisionItem key={line.id} locale={locale} decision={line} onWithdrawn={() => setAgainst([])} />
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
