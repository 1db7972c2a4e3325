import { SourceLabel } from "#components/captures/source-label";
import { Icon } from "#components/ui/icon";
import { Spinner } from "#components/ui/spinner";
import { Time } from "#components/ui/time";
import type { RequestLine } from "#lib/core/captures/views";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { RequestAgain } from "./request-again";

type Props = { locale: Locale; title?: string; requests: RequestLine[] };

/** Requests for captures: waiting, running, or ended without one. */
export function RequestLines({ locale, title, requests }: Props) {
  return (
    <section aria-label={title}>
      {title && <h3 className="text-sm font-semibold text-ink-soft">{title}</h3>}
      <ul className="border-t border-hairline">
        {requests.map((request) => (
          <li key={request.id} className="flex items-start justify-between gap-4 border-b border-hairline py-2.5">
            <div className="min-w-0">
              <p className="font-semibold">
                <SourceLabel locale={locale} kind={request.source.kind} label={request.source.label} />
              </p>
              <RequestState locale={locale} request={request} />
            </div>
            {request.state === "failed" && <RequestAgain locale={locale} sourceId={request.source.id} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function RequestState({ locale, request }: { locale: Locale; request: RequestLine }) {
  const { captures, errors, submit } = messages(locale);
  const { step } = submit.progress;
  const words: Record<string, string> = step;
  const asked = (
    <span className="text-ink-faint">
      <Time locale={locale} at={request.createdAt} /> · {captures.askedBy} <bdi>{request.requestedBy}</bdi>
    </span>
  );
  if (request.state === "failed") {
    return (
      <div className="text-sm">
        {request.problem && <p className="text-bad">{errors[request.problem]}</p>}
        {asked}
      </div>
    );
  }
  const isRunning = request.state === "running";
  return (
    <div className="text-sm text-ink-soft">
      <p className="flex flex-wrap items-center gap-x-2">
        {isRunning ? <Spinner className="text-info" /> : <Icon name="clock" />}
        {isRunning ? (words[request.step ?? "open"] ?? step.open) : request.attempts > 0 ? step.retry : step.waiting}
        {request.posts > 0 && ` · ${submit.progress.collected(request.posts)}`} · {asked}
      </p>
      {!isRunning && request.problem && request.problem !== "host_resting" && <p>{errors[request.problem]}</p>}
    </div>
  );
}
