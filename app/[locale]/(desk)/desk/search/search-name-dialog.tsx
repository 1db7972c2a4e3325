"use client";

import { type FormEvent, useId, useRef, useState, useTransition } from "react";
import { Button } from "#components/ui/button";
import { Dialog } from "#components/ui/dialog";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import type { ActionResult } from "#lib/http";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { savedSearchProblem } from "./saved-search-problem";

type Props = {
  locale: Locale;
  title: string;
  lead?: string;
  start: string;
  send: (name: string) => Promise<ActionResult<unknown>>;
  onDone: () => void;
  onClose: () => void;
};

/** Asks what a saved search is called. */
export function SearchNameDialog({ locale, title, lead, start, send, onDone, onClose }: Props) {
  const { common, search } = messages(locale);
  const [name, setName] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, begin] = useTransition();
  const form = useId();
  const box = useRef<HTMLInputElement>(null);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    begin(async () => {
      const result = await send(name).catch(() => null);
      if (result?.ok) {
        onDone();
        onClose();
      } else {
        setProblem(savedSearchProblem(locale, result));
      }
    });
  };
  return (
    <Dialog
      title={title}
      description={lead}
      closeLabel={common.actions.close}
      open
      initialFocus={box}
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {common.actions.cancel}
          </Button>
          <Button type="submit" form={form} variant="primary" busy={isBusy}>
            {common.actions.save}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit}>
        <Field label={search.saved.name} error={problem}>
          <Input
            ref={box}
            value={name}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setName(event.target.value)}
            dir="auto"
            autoComplete="off"
          />
        </Field>
      </form>
    </Dialog>
  );
}
