"use client";

import Link from "next/link";
import { Button } from "#components/ui/button";
import { IconButton } from "#components/ui/icon-button";
import { Progress } from "#components/ui/progress";
import { formatBytes } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { Upload } from "./use-uploads";

type Props = { locale: Locale; upload: Upload; onRemove: () => void; onStop: () => void; onAgain: () => void };

/** One file on its way: name, size, how far it got, and what can be done about it. */
export function UploadLine({ locale, upload, onRemove, onStop, onAgain }: Props) {
  const { form } = messages(locale).supplied;
  const { file, state } = upload;
  return (
    <li className="border-b border-hairline py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="min-w-0 truncate">
          <bdi className="font-semibold">{file.name}</bdi>{" "}
          <bdi className="text-sm text-ink-faint">{formatBytes(locale, file.size)}</bdi>
        </p>
        {state.kind === "waiting" && (
          <IconButton icon="close" label={`${form.remove}: ${file.name}`} onClick={onRemove} />
        )}
        {state.kind === "sending" && (
          <Button size="sm" onClick={onStop}>
            {form.stop}
          </Button>
        )}
        {(state.kind === "stopped" || state.kind === "refused") && (
          <Button size="sm" onClick={onAgain}>
            {form.again}
          </Button>
        )}
        {state.kind === "done" && (
          <Link href={`/${locale}/desk/supplied/${state.id}`} className="prose-link">
            {form.show} <span className="sr-only">{file.name}</span>
          </Link>
        )}
      </div>
      <UploadState locale={locale} upload={upload} />
    </li>
  );
}

function UploadState({ locale, upload: { file, state } }: { locale: Locale; upload: Upload }) {
  const { errors, supplied } = messages(locale);
  const { form } = supplied;
  if (state.kind === "sending") {
    const words = state.percent < 100 ? form.sending(state.percent) : form.checking;
    return (
      <>
        <p className="text-sm text-ink-soft">{words}</p>
        <Progress label={file.name} value={state.percent} max={100} valueText={words} />
      </>
    );
  }
  if (state.kind === "refused") return <p className="text-sm text-bad">{errors[state.code]}</p>;
  if (state.kind === "stopped") return <p className="text-sm text-ink-soft">{form.cancelled}</p>;
  if (state.kind === "waiting") return <p className="text-sm text-ink-faint">{form.waiting}</p>;
  return <p className="text-sm text-good">{state.isNew ? form.kept : form.known}</p>;
}
