import Link from "next/link";
import { CaptureThumb } from "#components/captures/capture-thumb";
import { OneLineAddress } from "#components/captures/one-line-address";
import { KindIcon } from "#components/captures/source-label";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { Icon } from "#components/ui/icon";
import { Spinner } from "#components/ui/spinner";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { BoxLine } from "./use-preview";

/** What each line of the box means, in the order of the box. */
export function RecognisedList({ locale, lines }: { locale: Locale; lines: BoxLine[] }) {
  return (
    <ol className="border-t border-hairline">
      {lines.map((line) => (
        <li
          key={line.lineNumber}
          className="grid grid-cols-[2.25rem_1.25rem_minmax(0,1fr)] gap-x-2 border-b border-hairline py-2"
        >
          <span className="pt-px text-end text-sm text-ink-faint tabular-nums">
            <span className="sr-only">{messages(locale).submit.line(line.lineNumber)}</span>
            <span aria-hidden="true">{line.lineNumber}</span>
          </span>
          <RecognisedLine locale={locale} line={line} />
        </li>
      ))}
    </ol>
  );
}

function RecognisedLine({ locale, line }: { locale: Locale; line: BoxLine }) {
  const words = messages(locale);
  const { result, sameAs } = line;
  if (!result) {
    return (
      <>
        <Spinner className="mt-1 text-ink-faint" />
        <bdi className="truncate text-ink-faint">{line.input.trim()}</bdi>
      </>
    );
  }
  if (!result.ok) {
    return (
      <>
        <Icon name="alert" className="mt-1 text-bad" />
        <div className="min-w-0">
          <p dir="auto" className="truncate text-start">
            {line.input.trim()}
          </p>
          <p className="text-sm text-bad">{words.lines.problem[result.problem]}</p>
        </div>
      </>
    );
  }
  const { source, existing, isPending } = result;
  return (
    <>
      <KindIcon locale={locale} kind={source.kind} className="mt-1 text-ink-soft" />
      <div className="min-w-0">
        <p className="flex font-semibold">
          <bdi className="min-w-0 truncate">{source.label}</bdi>
        </p>
        <OneLineAddress url={source.canonicalUrl} lead={words.evidence.platform[source.platform]} />
        {sameAs !== null && <p className="text-sm text-ink-soft">{words.submit.sameAs(sameAs)}</p>}
        {sameAs === null && existing && (
          <div className="mt-1.5 flex items-center gap-3 border-s-3 border-info bg-info-wash/50 p-2">
            <CaptureThumb picture={existing.picture} />
            <p className="min-w-0 text-sm">
              {words.submit.capturedBefore} · <Time locale={locale} at={existing.finishedAt} />
              <span className="mt-0.5 flex flex-wrap items-center gap-2">
                <OutcomeMark locale={locale} outcome={existing.outcome} />
                <Link href={`/${locale}/desk/captures/${existing.id}`} className="prose-link" target="_blank">
                  {words.submit.seeCapture}
                </Link>
              </span>
            </p>
          </div>
        )}
        {sameAs === null && isPending && (
          <p className="flex items-center gap-1.5 text-sm text-info">
            <Icon name="clock" /> {words.submit.isPending}
          </p>
        )}
      </div>
    </>
  );
}
