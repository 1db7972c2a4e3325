"use client";

import { Button } from "#components/ui/button";
import { Confirm } from "#components/ui/confirm";
import type { Locale } from "#lib/i18n/locales";
import { useChange } from "../people/use-change";
import { rotateKeyAction } from "./actions";

type Words = { rotate: string; question: string; consequence: string; done: string; cancel: string };

/** Asks before a key is retired, and does it. */
export function RotateKey({ locale, purpose, words }: { locale: Locale; purpose: string; words: Words }) {
  const { pending, run } = useChange(locale);
  return (
    <Confirm
      title={words.question}
      body={words.consequence}
      confirmLabel={words.rotate}
      cancelLabel={words.cancel}
      danger
      onConfirm={() => run(() => rotateKeyAction(purpose), words.done)}
      trigger={<Button busy={pending}>{words.rotate}</Button>}
    />
  );
}
