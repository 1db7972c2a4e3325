"use client";

import { Button } from "#components/ui/button";
import { Icon } from "#components/ui/icon";
import { Spinner } from "#components/ui/spinner";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SaveState } from "./use-case-draft";

/** The clock on the wall of whoever types; only ever printed after something was saved in this browser. */
const clock = (at: Date) => new Intl.DateTimeFormat("en-GB", { timeStyle: "short" }).format(at);

type Props = {
  locale: Locale;
  state: SaveState;
  /** What stood there when the page was opened. */
  lastChange: { at: string; by: string };
  onRetry: () => void;
};

/** Whether the draft is saved, in words. */
export function SaveStateLine({ locale, state, lastChange, onRetry }: Props) {
  const { cases, errors } = messages(locale);
  const words = cases.editor;
  return (
    <div role="status" className="flex md:min-h-8 flex-wrap items-center gap-x-2 text-sm text-ink-soft">
      {state.kind === "saving" && (
        <>
          <Spinner /> {words.saving}
        </>
      )}
      {state.kind === "saved" && state.at && (
        <>
          <Icon name="check" className="text-good" /> {words.saved(clock(state.at))}
        </>
      )}
      {state.kind === "saved" && !state.at && (
        <span className="max-md:hidden">
          {cases.list.columns.changed}: <Time locale={locale} at={lastChange.at} /> · {cases.list.changedBy}{" "}
          <bdi>{lastChange.by}</bdi>
        </span>
      )}
      {state.kind === "unsaved" && words.unsaved}
      {state.kind === "conflict" && <span className="font-medium text-warn">{cases.conflict.waiting}</span>}
      {state.kind === "failed" && (
        <>
          <Icon name="alert" className="text-bad" />
          <span className="font-medium text-bad">
            {state.code === "offline" ? words.offline : `${words.notSaved(errors[state.code])} ${words.keptHere}`}
          </span>
          <Button size="sm" variant="quiet" onClick={onRetry}>
            {words.tryAgain}
          </Button>
        </>
      )}
    </div>
  );
}
