"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type KeyboardEvent, useActionState, useState, useTransition } from "react";
import { type DraftProblem, NEW_WAY_DRAFT, toWish, type WayDraft } from "#components/platforms/way-draft";
import { Button } from "#components/ui/button";
import { cx } from "#components/ui/cx";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { NativeSelect } from "#components/ui/native-select";
import { Notice } from "#components/ui/notice";
import { Textarea } from "#components/ui/textarea";
import type { SubmissionProblem } from "#lib/core/captures/plan-submission";
import type { WaysIn } from "#lib/core/platforms/ways-in";
import type { ActionResult } from "#lib/http";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { MAX_SUBMISSION_CHARS } from "#lib/schemas/submission";
import { type SubmitFormState, type SubmitInput, submitForm, submitLines } from "./actions";
import { HashtagWays, hashtagsWithWays } from "./hashtag-ways";
import { RecognisedList } from "./recognised-list";
import { useDraft } from "./use-draft";
import { type BoxLine, usePreview } from "./use-preview";

type Props = {
  locale: Locale;
  userId: string;
  /** From `?lines=` and `?case=`. */
  start: SubmitInput;
  cases: { id: string; title: string }[];
  /** The ways into hashtags, where there are several. */
  ways: WaysIn[];
};

/** The box, what its lines mean, and sending it. Works as a plain form before or without the script. */
export function SubmitForm({ locale, userId, start, cases, ways }: Props) {
  const { submit } = messages(locale);
  const router = useRouter();
  const [refused, plainAction] = useActionState<SubmitFormState, FormData>(submitForm, null);
  const { draft, change, forget } = useDraft(`daleel.submit.${userId}`, refused?.input ?? start);
  const { lines, extra, hasFailed } = usePreview(draft.text);
  const [problem, setProblem] = useState<{ field: string; sentence: string } | null>(null);
  const [way, setWay] = useState<WayDraft>(NEW_WAY_DRAFT);
  const [wayProblem, setWayProblem] = useState<DraftProblem | null>(null);
  const choice = hashtagsWithWays(lines, ways, way.way);
  const [isSending, startSending] = useTransition();
  const shownProblem = problem ?? (refused && toSentence(locale, refused.result));
  const errorOf = (field: string) => (shownProblem?.field === field ? shownProblem.sentence : null);

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    const early = refuseEarly(draft, lines, extra);
    if (early) return setProblem({ field: "lines", sentence: submit.problem[early] });
    const wish = choice ? toWish(way, choice.ways, choice.searches) : undefined;
    if (typeof wish === "string") return setWayProblem(wish);
    setProblem(null);
    startSending(async () => {
      // Rejects when the server is away or the sign-in page answers: the draft stays.
      const result = await submitLines({ ...draft, way: wish }).catch(() => null);
      if (result === null) return setProblem({ field: "", sentence: submit.notReached });
      if (!result.ok) return setProblem(toSentence(locale, result));
      forget();
      router.push(`/${locale}/desk/submissions/${result.data.submissionId}`);
    });
  };
  const sendByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };

  return (
    <form
      action={plainAction}
      onSubmit={send}
      onKeyDown={sendByKey}
      className="grid grid-cols-1 items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]"
    >
      <input type="hidden" name="locale" value={locale} />
      <div className="flex flex-col gap-4 lg:sticky lg:top-6">
        {shownProblem?.field === "" && (
          <Notice tone="bad" live>
            {shownProblem.sentence}
          </Notice>
        )}
        <Field label={submit.lines} hint={submit.linesHint} error={errorOf("lines")}>
          <Textarea
            name="lines"
            dir="auto"
            rows={12}
            spellCheck={false}
            autoComplete="off"
            autoFocus
            placeholder={submit.placeholder}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
            className="field-sizing-content max-h-[60dvh] min-h-56 resize-y font-mono leading-7 break-all"
          />
        </Field>
        <div className={cx("grid gap-4", cases.length > 0 && "sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2")}>
          <Field label={submit.reason} hint={submit.reasonHint} error={errorOf("reason")}>
            <Input
              name="reason"
              dir="auto"
              value={draft.reason}
              onChange={(event) => change({ reason: event.target.value })}
            />
          </Field>
          {cases.length > 0 && (
            <Field label={submit.caseFile} error={errorOf("caseFileId")}>
              <NativeSelect
                name="caseFileId"
                value={draft.caseFileId}
                onChange={(event) => change({ caseFileId: event.target.value })}
              >
                <option value="">{submit.noCase}</option>
                {cases.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.title}
                  </option>
                ))}
              </NativeSelect>
            </Field>
          )}
        </div>
        {choice && (
          <HashtagWays
            locale={locale}
            {...choice}
            draft={way}
            onChange={(part) => {
              setWayProblem(null);
              setWay((now) => ({ ...now, ...part }));
            }}
            problem={wayProblem}
            error={errorOf("way")}
          />
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" variant="primary" icon="submit" busy={isSending}>
            {submit.send(lines.length)}
          </Button>
          {draft.text !== "" && (
            <Button variant="quiet" onClick={() => change({ text: "" })}>
              {submit.clear}
            </Button>
          )}
          <p className="text-sm text-ink-faint">{draft.text === "" ? submit.keyHint : submit.draftKept}</p>
        </div>
      </div>
      <Recognised locale={locale} lines={lines} extra={extra} hasFailed={hasFailed} />
    </form>
  );
}

type RecognisedProps = { locale: Locale; lines: BoxLine[]; extra: number; hasFailed: boolean };

function Recognised({ locale, lines, extra, hasFailed }: RecognisedProps) {
  const { submit } = messages(locale);
  const bad = lines.filter(({ result }) => result?.ok === false).length;
  const isKnown = ({ result, sameAs }: BoxLine) =>
    result?.ok && (sameAs !== null || result.existing || result.isPending);
  const known = lines.filter(isKnown).length;
  const good = lines.filter((line) => line.result?.ok && !isKnown(line)).length;
  return (
    <section aria-labelledby="recognised" className="min-w-0">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="recognised" className="font-serif text-xl font-semibold">
          {submit.recognised}
        </h2>
        <p role="status" className="text-sm text-ink-faint">
          {lines.length > 0 && submit.recognisedCount(good, known, bad)}
        </p>
      </div>
      {hasFailed && (
        <Notice tone="warn" className="mb-3" live>
          {submit.previewFailed}
        </Notice>
      )}
      {lines.length === 0 ? (
        <p className="border-y border-dashed border-edge px-4 py-8 text-ink-soft">{submit.recognisedEmpty}</p>
      ) : (
        <RecognisedList locale={locale} lines={lines} />
      )}
      {extra > 0 && (
        <Notice tone="bad" className="mt-3" live>
          {submit.tooMany(extra)}
        </Notice>
      )}
    </section>
  );
}

/** What the server would refuse anyway, said without the way there. */
function refuseEarly(draft: SubmitInput, lines: BoxLine[], extra: number): SubmissionProblem | null {
  if (draft.text.trim() === "" || (lines.length === 0 && extra === 0)) return "empty";
  if (extra > 0) return "too_many_lines";
  return draft.text.length > MAX_SUBMISSION_CHARS ? "too_long" : null;
}

/** A refusal in words, at the field it is about; field "" stands for the whole form. */
function toSentence(locale: Locale, result: ActionResult<unknown>): { field: string; sentence: string } | null {
  if (result.ok) return null;
  const { submit, errors } = messages(locale);
  const [field, code] =
    Object.entries((result.error.details.fields ?? {}) as Record<string, SubmissionProblem>)[0] ?? [];
  if (field && code && submit.problem[code]) return { field, sentence: submit.problem[code] };
  return { field: "", sentence: errors[result.error.code] };
}
