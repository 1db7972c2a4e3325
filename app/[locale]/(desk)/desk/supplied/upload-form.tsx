"use client";

import { useRouter } from "next/navigation";
import { type DragEvent, type FormEvent, useId, useRef, useState } from "react";
import { Button } from "#components/ui/button";
import { cx } from "#components/ui/cx";
import { Field } from "#components/ui/field";
import { Icon } from "#components/ui/icon";
import { Input } from "#components/ui/input";
import { Textarea } from "#components/ui/textarea";
import { formatBytes } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { MAX_NOTE_CHARS, MAX_ORIGIN_CHARS } from "#lib/schemas/supplied";
import { UploadLine } from "./upload-line";
import { type UploadWords, useUploads } from "./use-uploads";

const NO_WORDS: UploadWords = { origin: "", note: "", claimedUrl: "", claimedAt: "" };

/** Chooses files, says what is known about them, and sends them with their progress. What was typed stays until it is sent. */
export function UploadForm({ locale, maxBytes }: { locale: Locale; maxBytes: number }) {
  const { form, problem } = messages(locale).supplied;
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const hint = useId();
  const { uploads, isBusy, add, remove, stop, again, send } = useUploads(maxBytes);
  const [words, setWords] = useState(NO_WORDS);
  const [isOver, setOver] = useState(false);
  const waiting = uploads.filter(({ state }) => state.kind === "waiting").length;
  const refused = uploads.flatMap(({ state }) => (state.kind === "refused" ? [state.fields] : []));
  const wrong = (field: keyof UploadWords) => {
    const code = refused.find((fields) => fields[field])?.[field];
    return code ? (problem[code] ?? problem.too_long) : null;
  };
  const type = (field: keyof UploadWords) => (event: { target: { value: string } }) =>
    setWords((before) => ({ ...before, [field]: event.target.value }));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (waiting === 0) return chooser.current?.click();
    if ((await send(words)) > 0) router.refresh();
  };
  return (
    <form
      onSubmit={submit}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className="flex flex-col gap-5"
    >
      <div
        className={cx(
          "flex flex-col items-start gap-2 border border-dashed px-4 py-6",
          isOver ? "border-ink bg-wash" : "border-edge",
        )}
      >
        <p className="flex items-center gap-2 font-semibold">
          <Icon name="archive" className="size-5 text-ink-faint" /> {form.drop}
        </p>
        <Button onClick={() => chooser.current?.click()} aria-describedby={hint}>
          {form.choose}
        </Button>
        <input
          ref={chooser}
          type="file"
          multiple
          tabIndex={-1}
          aria-label={form.files}
          className="sr-only"
          onChange={(event) => {
            add(event.target.files ?? []);
            event.target.value = "";
          }}
        />
        <p id={hint} className="text-sm text-ink-faint">
          {form.accepted} <bdi>{form.largest(formatBytes(locale, maxBytes))}</bdi>
        </p>
      </div>
      {uploads.length > 0 && (
        <ul aria-label={form.files} aria-live="polite" className="border-t border-ink">
          {uploads.map((upload) => (
            <UploadLine
              key={upload.key}
              locale={locale}
              upload={upload}
              onRemove={() => remove(upload.key)}
              onStop={() => stop(upload.key)}
              onAgain={() => again(upload.key)}
            />
          ))}
        </ul>
      )}
      <Field label={form.origin} hint={form.originHint} error={wrong("origin")}>
        <Input dir="auto" maxLength={MAX_ORIGIN_CHARS} value={words.origin} onChange={type("origin")} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Field label={form.claimedUrl} error={wrong("claimedUrl")}>
          <Input dir="ltr" inputMode="url" value={words.claimedUrl} onChange={type("claimedUrl")} />
        </Field>
        <Field label={form.claimedAt} error={wrong("claimedAt")}>
          <Input type="date" value={words.claimedAt} onChange={type("claimedAt")} />
        </Field>
      </div>
      <Field label={form.note} hint={form.unchecked} error={wrong("note")}>
        <Textarea dir="auto" rows={3} maxLength={MAX_NOTE_CHARS} value={words.note} onChange={type("note")} />
      </Field>
      <Button type="submit" variant="primary" busy={isBusy} className="self-start">
        {form.send(waiting)}
      </Button>
    </form>
  );
}
