"use client";

import { CaptureName } from "#components/captures/capture-row";
import { OneLineAddress } from "#components/captures/one-line-address";
import { KindIcon } from "#components/captures/source-label";
import { Icon } from "#components/ui/icon";
import { Notice } from "#components/ui/notice";
import { Progress } from "#components/ui/progress";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { LineProgress, SubmissionProgress } from "#lib/services/submissions/get-submission-progress";
import { type Counts, countProgress, findRepeats } from "./count-progress";
import { LineActions } from "./line-actions";
import { LineState } from "./line-state";
import { useProgress } from "./use-progress";

/** The lines of a submission with how far each is, kept up to date until all are finished. */
export function LiveProgress({ locale, initial }: { locale: Locale; initial: SubmissionProgress }) {
  const { submit } = messages(locale);
  const words = submit.progress;
  const { progress, connection, refresh } = useProgress(initial);
  const counts = countProgress(progress.lines);
  const repeats = findRepeats(progress.lines);
  const summary = words.summary(counts.captured, counts.without, counts.known, counts.rejected);
  return (
    <>
      <div className="mb-5">
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
          <p className="font-semibold tabular-nums">{words.position(counts.done, counts.all)}</p>
          <p className="text-sm text-ink-soft">{summary}</p>
        </div>
        <Progress
          label={words.label}
          value={counts.done}
          max={counts.all}
          valueText={words.position(counts.done, counts.all)}
        />
        <p className="mt-2 text-sm text-ink-faint">{progress.isFinished ? words.finished : words.running}</p>
        <p role="status" className="sr-only">
          {announcement(words, counts, summary)}
        </p>
        {!progress.isFinished && (
          <noscript>
            <a href={`/${locale}/desk/submissions/${progress.id}`} className="prose-link text-sm">
              {words.reload}
            </a>
          </noscript>
        )}
      </div>
      {connection !== "ok" && (
        <Notice tone="warn" className="mb-4" live>
          {connection === "lost" ? words.lost : words.signedOut}
        </Notice>
      )}
      <ol aria-label={words.lines} className="border-t border-ink">
        {progress.lines.map((line) => (
          <Line key={line.id} locale={locale} line={line} sameAs={repeats.get(line.id)} onDone={refresh} />
        ))}
      </ol>
    </>
  );
}

/** Said aloud at each quarter and at the end, not at every line. */
function announcement(words: ReturnType<typeof messages>["submit"]["progress"], counts: Counts, summary: string) {
  if (counts.done === counts.all) return `${words.finished} ${summary}`;
  const quarters = Math.floor((counts.done / counts.all) * 4);
  return quarters === 0 ? "" : words.position(Math.ceil((counts.all * quarters) / 4), counts.all);
}

type LineProps = { locale: Locale; line: LineProgress; sameAs: number | undefined; onDone: () => void };

function Line({ locale, line, sameAs, onDone }: LineProps) {
  const { submit } = messages(locale);
  const { source } = line;
  return (
    <li className="grid grid-cols-[2rem_1.25rem_minmax(0,1fr)] gap-x-2 gap-y-1.5 border-b border-hairline py-2.5 hover:bg-wash focus-within:bg-wash md:grid-cols-[2rem_1.25rem_minmax(0,1fr)_minmax(0,22rem)_9rem]">
      <span className="text-end text-sm leading-6 text-ink-faint tabular-nums">
        <span className="sr-only">{submit.line(line.lineNumber)}</span>
        <span aria-hidden="true">{line.lineNumber}</span>
      </span>
      {source ? (
        <KindIcon locale={locale} kind={source.kind} className="mt-1 text-ink-soft" />
      ) : (
        <Icon name="minus" className="mt-1 text-ink-faint" />
      )}
      <div className="min-w-0">
        {source ? (
          <>
            <p className="flex font-semibold">
              <span dir="auto" className="min-w-0 truncate">
                <CaptureName capture={{ source, author: (line.capture ?? line.existing)?.author ?? null }} />
              </span>
            </p>
            <OneLineAddress url={source.canonicalUrl} />
          </>
        ) : (
          <p dir="auto" className="line-clamp-2 text-start wrap-anywhere text-ink-soft">
            {line.input.trim()}
          </p>
        )}
      </div>
      <div className="col-start-3 min-w-0 md:col-start-4">
        {sameAs === undefined ? (
          <LineState locale={locale} line={line} />
        ) : (
          <p className="text-sm text-ink-soft">{submit.sameAs(sameAs)}</p>
        )}
      </div>
      <div className="col-start-3 md:col-start-5 md:text-end">
        {sameAs === undefined && <LineActions locale={locale} line={line} onDone={onDone} />}
      </div>
    </li>
  );
}
