import { OneLineAddress } from "#components/captures/one-line-address";
import { SourceLabel } from "#components/captures/source-label";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { SampleMark } from "#components/evidence/sample-notice";
import { WayMark } from "#components/evidence/way-mark";
import { LinkButton } from "#components/ui/link-button";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { Actor } from "#lib/permissions/actor";
import { getCapture } from "#lib/services/captures/get-capture";
import { CaptureOutcome } from "./capture-outcome";
import { CapturePictures } from "./capture-pictures";
import { CaptureText } from "./capture-text";
import { FocalPost, focalPost } from "./focal-post";

/** On wide screens: the chosen capture beside the list, enough to decide whether to open it. */
export async function CaptureBeside({ locale, user, captureId }: { locale: Locale; user: Actor; captureId: string }) {
  const { captures } = messages(locale);
  const capture = await getCapture(user, captureId);
  const focal = focalPost(capture);
  return (
    <section
      aria-label={captures.preview}
      className="sticky top-6 hidden max-h-[calc(100dvh-3rem)] overflow-y-auto border-t-2 border-ink bg-sheet p-5 xl:block"
    >
      <div className="mb-3 flex items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 className="text-lg font-semibold">
            <SourceLabel locale={locale} kind={capture.source.kind} label={capture.source.label} />
          </h2>
          <p className="text-sm text-ink-faint">
            <Time locale={locale} at={capture.finishedAt} />
          </p>
          <OneLineAddress url={capture.source.canonicalUrl} />
        </div>
        <LinkButton href={`/${locale}/desk/captures/${capture.id}`} variant="primary" size="sm" className="shrink-0">
          {captures.openPage}
        </LinkButton>
      </div>
      <div className="flex flex-wrap gap-2">
        <OutcomeMark locale={locale} outcome={capture.outcome} />
        <WayMark locale={locale} way={capture.way} />
        {capture.source.platform === "demo_square" && <SampleMark locale={locale} />}
      </div>
      <CaptureOutcome locale={locale} capture={capture} isShort />
      {focal ? <FocalPost locale={locale} post={focal} className="mt-4" /> : <CaptureText capture={capture} />}
      <CapturePictures locale={locale} capture={capture} width={960} className="mt-4" />
    </section>
  );
}
