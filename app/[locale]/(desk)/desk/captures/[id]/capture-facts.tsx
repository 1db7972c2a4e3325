import Link from "next/link";
import type { ReactNode } from "react";
import { Hash } from "#components/ui/hash";
import { Time } from "#components/ui/time";
import { type Locale, otherLocale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { LocalizedText } from "#lib/schemas/localized";
import type { CaptureDetail } from "#lib/services/captures/get-capture";

/** Who asked, when, from where to where: what a court or another newsroom would ask first. */
export function CaptureFacts({ locale, capture }: { locale: Locale; capture: CaptureDetail }) {
  const { captures, evidence, platforms } = messages(locale);
  const { detail } = captures;
  const { submission } = capture;
  const seconds = Math.round((Date.parse(capture.finishedAt) - Date.parse(capture.startedAt)) / 1000);
  const titleOf = (title: LocalizedText) => title[locale] || title[otherLocale(locale)] || detail.untitledCase;
  return (
    <dl className="grid gap-x-5 gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
      <Fact name={detail.askedBy}>
        <bdi>{capture.requestedBy}</bdi>
        {capture.cause === "schedule" && messages(locale).time.runBySchedule(capture.recheckStep)}
      </Fact>
      <Fact name={detail.askedAt}>
        <Time locale={locale} at={capture.requestedAt} />
      </Fact>
      <Fact name={detail.capturedAt}>
        <Time locale={locale} at={capture.finishedAt} />
        <span className="text-ink-faint"> · {detail.seconds(seconds)}</span>
      </Fact>
      <Fact name={platforms.fact.way}>{platforms.ways.name[capture.way]}</Fact>
      <Fact name={detail.requestedUrl}>
        <Address url={capture.requestedUrl} />
      </Fact>
      {capture.finalUrl !== capture.requestedUrl && (
        <Fact name={capture.way === "api" ? platforms.api.asked : detail.finalUrl}>
          <Address url={capture.finalUrl} />
        </Fact>
      )}
      <Fact name={detail.httpStatus}>
        <bdi dir="ltr">{capture.httpStatus ?? "—"}</bdi>
      </Fact>
      {capture.attempts > 1 && (
        <Fact name={detail.attempts}>
          <bdi>{capture.attempts}</bdi>
        </Fact>
      )}
      {capture.endedBy && <Fact name={detail.ended}>{captures.endedBy[capture.endedBy]}</Fact>}
      {submission && (
        <Fact name={detail.submission}>
          <Link href={`/${locale}/desk/submissions/${submission.id}`} className="prose-link">
            {submission.reason ? <bdi>{submission.reason}</bdi> : messages(locale).submit.progress.title}
          </Link>
        </Fact>
      )}
      {capture.cases.length > 0 && (
        <Fact name={detail.inCases}>
          <ul>
            {capture.cases.map((one) => (
              <li key={one.id}>
                <Link href={`/${locale}/desk/cases/${one.id}`} className="prose-link">
                  <bdi>{titleOf(one.title)}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact name={detail.manifestHash}>
        <Hash
          value={capture.manifestSha256}
          copy={{ label: evidence.copyHash, copiedLabel: evidence.hashCopied }}
          className="text-sm"
        />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
      <dt className="text-sm leading-[1.6rem] text-ink-faint">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

/** A whole address: never cut where it is a fact. */
function Address({ url }: { url: string }) {
  return (
    <bdi dir="ltr" className="font-mono text-[0.92em] break-all">
      {url}
    </bdi>
  );
}
