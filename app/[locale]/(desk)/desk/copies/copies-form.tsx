"use client";

import { unstable_rethrow } from "next/navigation";
import { type FormEvent, type KeyboardEvent, useActionState, useState, useTransition } from "react";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Notice } from "#components/ui/notice";
import { Textarea } from "#components/ui/textarea";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { type Found, findAction } from "./find-action";

type Props = { locale: Locale; text: string; rows: number };

/** The paste box. The result of a text too long for an address stands beneath it. */
export function CopiesForm({ locale, text: initial, rows }: Props) {
  const { copies, errors } = messages(locale);
  // Without scripts the form posts itself; with them a server that is not reached costs nobody the pasted text.
  const [posted, post] = useActionState(findAction, null);
  const [found, setFound] = useState<Found | null>(posted);
  const [text, setText] = useState(posted?.text ?? initial);
  const [isBusy, start] = useTransition();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    start(async () => {
      const answer = await findAction(null, form).catch((thrown) => {
        // On its way to the address of the result.
        unstable_rethrow(thrown);
        return { text, result: null, problem: errors.not_reached };
      });
      start(() => setFound(answer ?? null));
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <>
      <form action={post} onSubmit={onSubmit} className="mb-8 flex max-w-3xl flex-col gap-3">
        <input type="hidden" name="locale" value={locale} />
        <Field label={copies.box} hint={copies.boxHint}>
          <Textarea
            name="text"
            dir="auto"
            rows={rows}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
            className="font-serif text-lg"
          />
        </Field>
        <Button type="submit" variant="primary" icon="search" busy={isBusy} className="self-start">
          {copies.submit}
        </Button>
      </form>
      {found?.problem && (
        <Notice tone="bad" live>
          {found.problem}
        </Notice>
      )}
      {found?.result}
    </>
  );
}
