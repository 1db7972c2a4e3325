import Link from "next/link";
import { CaptureThumb } from "#components/captures/capture-thumb";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { Icon } from "#components/ui/icon";
import { Mark } from "#components/ui/mark";
import { Spinner } from "#components/ui/spinner";
import { Time } from "#components/ui/time";
import type { CaptureLine } from "#lib/core/captures/views";
import { ERROR_CODES, type ErrorCode } from "#lib/errors";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { LineProgress, RequestProgress } from "#lib/services/submissions/get-submission-progress";

/** How far one line is, in words with a mark. */
export function LineState({ locale, line }: { locale: Locale; line: LineProgress }) {
  const { submit, lines } = messages(locale);
  const { request, capture, existing } = line;
  if (line.state === "rejected") {
    return (
      <>
        <Mark tone="bad" icon="alert">
          {submit.progress.notTaken}
        </Mark>
        {line.problem && <p className="text-sm text-ink-soft">{lines.problem[line.problem]}</p>}
      </>
    );
  }
  return (
    <>
      {capture && <Captured locale={locale} capture={capture} />}
      {request && !capture && <Running locale={locale} request={request} isList={isList(line)} />}
      {existing && !capture && <Captured locale={locale} capture={existing} lead={submit.capturedBefore} />}
    </>
  );
}

const isList = ({ source }: LineProgress) => source?.kind === "hashtag" || source?.kind === "account";

function Captured({ locale, capture, lead }: { locale: Locale; capture: CaptureLine; lead?: string }) {
  const { submit, captures } = messages(locale);
  return (
    <div className="flex items-center gap-3">
      <CaptureThumb picture={capture.picture} />
      <div className="min-w-0 text-sm">
        <p className="flex flex-wrap items-center gap-x-2">
          {lead && <span className="text-ink-soft">{lead}</span>}
          <OutcomeMark locale={locale} outcome={capture.outcome} />
          {capture.posts > 1 && <span className="text-ink-faint">{captures.posts(capture.posts)}</span>}
        </p>
        <p className="flex flex-wrap gap-x-3">
          <Link href={`/${locale}/desk/captures/${capture.id}`} className="prose-link">
            {submit.seeCapture}
          </Link>
          {lead && <Time locale={locale} at={capture.finishedAt} className="text-ink-faint" />}
        </p>
      </div>
    </div>
  );
}

function Running({ locale, request, isList }: { locale: Locale; request: RequestProgress; isList: boolean }) {
  const { submit, errors } = messages(locale);
  const { step } = submit.progress;
  const { problem } = request;
  const isWithdrawn = problem === "request_withdrawn";
  const isRetry = request.state === "queued" && request.attempts > 0;
  const isHeld = request.state === "queued" && problem !== null;
  return (
    <div className="text-sm">
      {request.state === "running" && (
        <p className="flex items-center gap-1.5 font-medium text-info">
          <Spinner /> {stepWord(step, request, isList)}
          {request.posts > 0 && <span className="text-ink-soft">· {submit.progress.collected(request.posts)}</span>}
        </p>
      )}
      {request.state === "queued" && (
        <p className="flex items-center gap-1.5 text-ink-soft">
          <Icon name="clock" /> {isRetry ? step.retry : step.waiting}
        </p>
      )}
      {request.state === "failed" && (
        <Mark tone={isWithdrawn ? "quiet" : "bad"} icon={isWithdrawn ? "undo" : "alert"}>
          {isWithdrawn ? step.withdrawn : step.failed}
        </Mark>
      )}
      {isErrorCode(problem) && (isHeld || request.state === "failed") && (
        <p className="text-ink-soft">{errors[problem]}</p>
      )}
      {isHeld && request.retryAt && (
        <p className="text-ink-faint">
          {submit.progress.retryAt}: <Time locale={locale} at={request.retryAt} />
        </p>
      )}
      {request.attempts > 1 && <p className="text-ink-faint">{submit.progress.attempt(request.attempts)}</p>}
    </div>
  );
}

/** The worker's word for its step in the reader's; a list is "read" by collecting its posts. */
function stepWord(words: Record<string, string>, { step }: RequestProgress, isList: boolean): string {
  if (isList && step === "read") return words.collect ?? "";
  return words[step ?? "open"] ?? words.open ?? "";
}

function isErrorCode(problem: string | null): problem is ErrorCode {
  return (ERROR_CODES as readonly (string | null)[]).includes(problem);
}
