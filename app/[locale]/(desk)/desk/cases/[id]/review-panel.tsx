"use client";

import { useRef, useState } from "react";
import { Button } from "#components/ui/button";
import { Card } from "#components/ui/card";
import { Confirm } from "#components/ui/confirm";
import { useToast } from "#components/ui/toast";
import type { CaseProblem } from "#lib/core/cases/find-case-problems";
import type { ActionResult } from "#lib/http";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseDraft } from "#lib/schemas/case-draft";
import type { CaseForDesk } from "#lib/services/cases/get-case";
import {
  correctCaseAction,
  publishCaseAction,
  retractCaseAction,
  sendBackAction,
  submitForReviewAction,
} from "../actions";
import { Checklist } from "./checklist";
import { DeskNoteDialog } from "./desk-note-dialog";
import { PublicNoteDialog } from "./public-note-dialog";

type Props = {
  locale: Locale;
  caseFile: CaseForDesk;
  draft: CaseDraft;
  problems: CaseProblem[];
  onJump: (problem: CaseProblem) => void;
  saveFirst: () => Promise<boolean>;
  version: () => number;
  onMoved: () => void;
};

/** Where the case stands, what is missing, and the steps that are possible now. */
export function ReviewPanel(props: Props) {
  const { locale, caseFile, draft, problems, onJump, saveFirst, version, onMoved } = props;
  const { cases, common, errors } = messages(locale);
  const words = cases.review;
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const isUnderWay = useRef(false);
  const { can, id: caseId } = caseFile;

  /** Saves, takes a step, says what came of it, and shows the case as it stands now. */
  async function step<T>(act: () => Promise<ActionResult<T>>, done: (data: T) => string): Promise<boolean> {
    // The second press of a double click comes before the button can be switched off.
    if (isUnderWay.current) return false;
    isUnderWay.current = true;
    setBusy(true);
    const isSaved = !can.edit || (await saveFirst());
    const result = isSaved ? await act().catch(() => null) : null;
    isUnderWay.current = false;
    setBusy(false);
    if (!isSaved) return false;
    if (result?.ok) toast.show({ title: done(result.data) });
    else {
      const code = result?.error.code ?? "not_reached";
      toast.show({ title: code === "conflict" ? words.moved : errors[code], kind: "problem" });
    }
    onMoved();
    return result?.ok ?? false;
  }

  const publish = (note: { en?: string; ar?: string }) =>
    step(
      () => publishCaseAction({ caseId, version: version(), note }),
      ({ number }) => words.published(number),
    );
  // The checklist follows what is typed; the server's other reasons hold until the page is loaded again.
  const obstacle =
    can.publishObstacle && can.publishObstacle !== "incomplete"
      ? can.publishObstacle
      : problems.length > 0
        ? "incomplete"
        : undefined;
  const isCorrection = caseFile.published !== null;
  const publishButton = (
    <Button variant="primary" icon="seal" busy={busy} disabled={obstacle !== undefined} aria-describedby="obstacle">
      {words.publish}
    </Button>
  );
  return (
    <div id="part-review" className="scroll-mt-44 md:scroll-mt-32">
      <Card title={cases.parts.review}>
        <div className="flex flex-col gap-5">
          {caseFile.status !== "retracted" && caseFile.status !== "published" && (
            <Checklist locale={locale} problems={problems} draft={draft} onJump={onJump} />
          )}
          <div className="flex flex-wrap gap-2">
            {can.submit && (
              <Button
                variant="primary"
                busy={busy}
                onClick={() =>
                  void step(
                    () => submitForReviewAction({ caseId, version: version() }),
                    () => words.submitted,
                  )
                }
              >
                {words.submit}
              </Button>
            )}
            {caseFile.status === "in_review" && !isCorrection && (
              <Confirm
                title={words.publishTitle}
                body={words.publishBody}
                confirmLabel={words.publish}
                cancelLabel={common.actions.cancel}
                trigger={publishButton}
                onConfirm={() => void publish({})}
              />
            )}
            {caseFile.status === "in_review" && isCorrection && (
              <PublicNoteDialog
                locale={locale}
                absentLocale={draft.absentLocale}
                title={words.correctTitle}
                body={words.correctBody}
                label={words.correctionNote}
                confirmLabel={words.publish}
                trigger={publishButton}
                onConfirm={publish}
              />
            )}
            {can.sendBack && (
              <DeskNoteDialog
                locale={locale}
                onSend={(note) =>
                  step(
                    () => sendBackAction({ caseId, note }),
                    () => words.sentBack,
                  )
                }
              />
            )}
            {can.correct && (
              <Confirm
                title={words.correctStartTitle}
                body={words.correctStartBody}
                confirmLabel={words.correctStart}
                cancelLabel={common.actions.cancel}
                trigger={<Button icon="edit">{words.correct}</Button>}
                onConfirm={() =>
                  void step(
                    () => correctCaseAction({ caseId }),
                    () => cases.status.draft,
                  )
                }
              />
            )}
            {can.retract && (
              <PublicNoteDialog
                locale={locale}
                danger
                absentLocale={draft.absentLocale}
                title={words.retractTitle}
                body={words.retractBody}
                label={words.retractNote}
                confirmLabel={words.retract}
                trigger={<Button variant="danger">{words.retract}</Button>}
                onConfirm={(note) =>
                  step(
                    () => retractCaseAction({ caseId, note }),
                    () => words.retracted,
                  )
                }
              />
            )}
          </div>
          {caseFile.status === "in_review" && obstacle && (
            <p id="obstacle" className="text-sm text-ink-soft">
              {words.obstacle[obstacle]}
            </p>
          )}
        </div>
      </Card>
    </div>
  );
}
