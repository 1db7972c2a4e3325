"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { Button } from "#components/ui/button";
import { Combobox, type ComboboxOption } from "#components/ui/combobox";
import { Dialog } from "#components/ui/dialog";
import { Field } from "#components/ui/field";
import { LinkButton } from "#components/ui/link-button";
import { Notice } from "#components/ui/notice";
import { Spinner } from "#components/ui/spinner";
import { useToast } from "#components/ui/toast";
import { type Locale, otherLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { addExhibitsAction, listOpenCasesAction, removeExhibitsAction } from "./actions";
import { useSelection } from "./selection";

/** Chooses a case file by name and puts what was chosen at its end, with the way back. */
export function AddDialog({ locale }: { locale: Locale }) {
  const { common, errors, search, submit } = messages(locale);
  const { adding, add, selected, clear } = useSelection();
  const { show } = useToast();
  const router = useRouter();
  const [cases, setCases] = useState<ComboboxOption[] | null>(null);
  const [chosen, setChosen] = useState<ComboboxOption | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();
  const isOpen = adding !== null;

  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    setProblem(null);
    listOpenCasesAction()
      .catch(() => null)
      .then((result) => {
        if (!isCurrent) return;
        if (!result?.ok) return setProblem(result ? errors[result.error.code] : submit.notReached);
        const options = result.data.map(({ id, title }) => ({
          value: id,
          label: title[locale] || title[otherLocale(locale)] || search.unnamedCase,
        }));
        setCases(options);
        // The last one again: who collects evidence adds to one case many times.
        setChosen((before) => options.find(({ value }) => value === before?.value) ?? options[0] ?? null);
      });
    return () => {
      isCurrent = false;
    };
  }, [isOpen, locale, errors, search, submit]);

  const undo = async (caseId: string, exhibitIds: string[]) => {
    const result = await removeExhibitsAction({ caseId, exhibitIds }).catch(() => null);
    show(
      result?.ok
        ? { title: search.add.undone }
        : { kind: "problem", title: result ? errors[result.error.code] : submit.notReached },
    );
    router.refresh();
  };

  const send = () =>
    start(async () => {
      if (!adding || !chosen) return;
      const caseId = chosen.value;
      const result = await addExhibitsAction({ caseId, targets: adding.map(({ target }) => target) }).catch(() => null);
      if (!result?.ok) return setProblem(result ? errors[result.error.code] : submit.notReached);
      const { exhibitIds, already } = result.data;
      const told = [
        exhibitIds.length > 0 && search.add.done(exhibitIds.length),
        already > 0 && search.add.already(already),
      ];
      show({
        title: told.filter(Boolean).join(" "),
        description: chosen.label,
        action:
          exhibitIds.length > 0
            ? { label: common.actions.undo, onPress: () => void undo(caseId, exhibitIds) }
            : undefined,
      });
      if (adding.every(({ id }) => selected.has(id)) && adding.length === selected.size) clear();
      add(null);
      router.refresh();
    });

  const isEmpty = cases?.length === 0;
  return (
    <Dialog
      title={search.add.title}
      description={isEmpty ? search.add.none : search.add.lead(adding?.length ?? 1)}
      closeLabel={common.actions.close}
      open={isOpen}
      onOpenChange={(open) => !open && add(null)}
      footer={
        isEmpty ? (
          <LinkButton href={`/${locale}/desk/cases/new`} variant="primary">
            {search.add.make}
          </LinkButton>
        ) : (
          <>
            <Button variant="quiet" onClick={() => add(null)}>
              {common.actions.cancel}
            </Button>
            <Button variant="primary" busy={isBusy} disabled={!chosen} onClick={send}>
              {search.add.send}
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
      {cases === null && !problem && <Spinner />}
      {cases && !isEmpty && (
        <Field label={search.add.choose}>
          <Combobox options={cases} value={chosen} onChange={setChosen} emptyLabel={search.add.noSuch} />
        </Field>
      )}
    </Dialog>
  );
}
