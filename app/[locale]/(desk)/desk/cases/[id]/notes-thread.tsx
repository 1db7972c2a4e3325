"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Textarea } from "#components/ui/textarea";
import { Time } from "#components/ui/time";
import { useToast } from "#components/ui/toast";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { CaseForDesk } from "#lib/services/cases/get-case";
import { addNoteAction } from "../actions";

type Props = { locale: Locale; caseFile: CaseForDesk; onAdded: () => void };

/** What the desk says to itself about this case. */
export function NotesThread({ locale, caseFile, onAdded }: Props) {
  const { cases, errors } = messages(locale);
  const words = cases.notes;
  const toast = useToast();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);

  async function add(event: FormEvent) {
    event.preventDefault();
    if (!text.trim()) return;
    setBusy(true);
    const result = await addNoteAction({ caseId: caseFile.id, note: text }).catch(() => null);
    setBusy(false);
    if (!result?.ok) {
      return toast.show({ title: errors[result?.error.code ?? "database_down"], kind: "problem" });
    }
    setText("");
    onAdded();
  }

  return (
    <>
      <p className="mb-3 text-sm text-ink-faint">
        {words.lead} {caseFile.notes.length === 0 && words.empty}
      </p>
      <ol className="flex flex-col gap-4">
        {caseFile.notes.map((note) => (
          <li key={note.id} className="border-s-3 border-hairline ps-3">
            <p className="text-sm text-ink-faint">
              <bdi className="font-semibold text-ink">{note.author}</bdi> · <Time locale={locale} at={note.createdAt} />
            </p>
            <p dir="auto" className="whitespace-pre-line wrap-anywhere">
              {note.text}
            </p>
          </li>
        ))}
      </ol>
      <form onSubmit={add} className="mt-4 flex flex-col items-start gap-2">
        <Field label={words.label} hideLabel className="w-full">
          <Textarea
            dir="auto"
            rows={2}
            maxLength={5000}
            value={text}
            placeholder={words.label}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <Button type="submit" size="sm" busy={busy}>
          {words.add}
        </Button>
      </form>
    </>
  );
}
