"use client";

import { useState } from "react";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { Field } from "#components/ui/field";
import { Textarea } from "#components/ui/textarea";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

/** Sends a case back to its authors, with what has to change. */
export function DeskNoteDialog({ locale, onSend }: { locale: Locale; onSend: (note: string) => Promise<boolean> }) {
  const { cases, common } = messages(locale);
  const words = cases.review;
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const send = async () => {
    if (!(await onSend(note))) return;
    setOpen(false);
    setNote("");
  };
  return (
    <Dialog
      title={words.sendBackTitle}
      closeLabel={common.actions.close}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon="arrow-start">{words.sendBack}</Button>}
      footer={
        <>
          <Button variant="quiet" onClick={() => setOpen(false)}>
            {common.actions.cancel}
          </Button>
          <Button variant="primary" disabled={!note.trim()} onClick={() => void send()}>
            {words.sendBack}
          </Button>
        </>
      }
    >
      <Field label={words.sendBackNote} hint={cases.notes.lead}>
        <Textarea dir="auto" value={note} maxLength={5000} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </Dialog>
  );
}
