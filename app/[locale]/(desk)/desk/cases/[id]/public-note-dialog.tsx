"use client";

import { type ReactElement, useState } from "react";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { Field } from "#components/ui/field";
import { Textarea } from "#components/ui/textarea";
import { CASE_LOCALES, type CaseLocale } from "#lib/core/cases/types";
import { LOCALES, type Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Note = { en?: string; ar?: string };
type Props = {
  locale: Locale;
  absentLocale: CaseLocale | null;
  title: string;
  body: string;
  label: string;
  confirmLabel: string;
  danger?: boolean;
  trigger: ReactElement;
  onConfirm: (note: Note) => Promise<boolean>;
};

/** A step that readers are told about: asks for the note in every language of the case. */
export function PublicNoteDialog(props: Props) {
  const { locale, absentLocale, title, body, label, confirmLabel, danger, trigger, onConfirm } = props;
  const { cases, common } = messages(locale);
  const words = cases.review;
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState<Note>({});
  const [isAsked, setAsked] = useState(false);
  const languages = CASE_LOCALES.filter((language) => language !== absentLocale);
  const isMissing = (language: CaseLocale) => !note[language]?.trim();
  const confirm = async () => {
    setAsked(true);
    if (languages.some(isMissing)) return;
    if (await onConfirm(Object.fromEntries(languages.map((language) => [language, note[language]])))) setOpen(false);
  };
  return (
    <Dialog
      title={title}
      description={body}
      closeLabel={common.actions.close}
      trigger={trigger}
      open={open}
      onOpenChange={setOpen}
      footer={
        <>
          <Button variant="quiet" onClick={() => setOpen(false)}>
            {common.actions.cancel}
          </Button>
          <Button variant={danger ? "danger" : "primary"} onClick={() => void confirm()}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {languages.map((language) => (
          <Field
            key={language}
            label={`${label} · ${words.noteIn[language]}`}
            error={isAsked && isMissing(language) ? words.noteMissing : null}
          >
            <Textarea
              lang={language}
              dir={LOCALES[language].dir}
              rows={3}
              maxLength={2000}
              value={note[language] ?? ""}
              onChange={(event) => setNote((now) => ({ ...now, [language]: event.target.value }))}
            />
          </Field>
        ))}
      </div>
    </Dialog>
  );
}
