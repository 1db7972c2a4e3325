"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { Field } from "#components/ui/field";
import { LinkButton } from "#components/ui/link-button";
import { NativeSelect } from "#components/ui/native-select";
import { Notice } from "#components/ui/notice";
import { useToast } from "#components/ui/toast";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ExhibitTarget } from "#lib/schemas/case-inputs";
import { addToCaseAction } from "../actions";

type Props = {
  locale: Locale;
  target: ExhibitTarget;
  cases: { id: string; title: string }[];
  suggestedCaseId: string | undefined;
  /** One of many on a page. */
  isSmall?: boolean;
};

/** Chooses a case file and puts the exhibit at its end. */
export function AddToCase({ locale, target, cases, suggestedCaseId, isSmall }: Props) {
  const { captures, common, errors, submit } = messages(locale);
  const { detail } = captures;
  const { show } = useToast();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [caseId, setCaseId] = useState(cases.find(({ id }) => id === suggestedCaseId)?.id ?? cases[0]?.id ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();
  const add = () =>
    start(async () => {
      const result = await addToCaseAction({ target, caseId }).catch(() => null);
      if (!result?.ok) return setProblem(result ? errors[result.error.code] : submit.notReached);
      setProblem(null);
      setOpen(false);
      show({
        title: result.data.added ? detail.addDone : detail.addAlready,
        action: { label: detail.addOpen, onPress: () => router.push(`/${locale}/desk/cases/${caseId}`) },
      });
      router.refresh();
    });
  const isEmpty = cases.length === 0;
  return (
    <Dialog
      title={detail.addTitle}
      description={isEmpty ? detail.addNone : detail.addLead}
      closeLabel={common.actions.close}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button variant={isSmall ? "secondary" : "primary"} size={isSmall ? "sm" : undefined} icon="cases">
          {detail.addToCase}
        </Button>
      }
      footer={
        isEmpty ? (
          <LinkButton href={`/${locale}/desk/cases/new`} variant="primary">
            {detail.addNew}
          </LinkButton>
        ) : (
          <>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              {common.actions.cancel}
            </Button>
            <Button variant="primary" busy={isBusy} onClick={add}>
              {detail.addSend}
            </Button>
          </>
        )
      }
    >
      {problem && (
        <Notice tone="bad" className="mb-3" live>
          {problem}
        </Notice>
      )}
      {!isEmpty && (
        <Field label={detail.addChoose}>
          <NativeSelect value={caseId} onChange={(event) => setCaseId(event.target.value)}>
            {cases.map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </NativeSelect>
        </Field>
      )}
    </Dialog>
  );
}
