import { SourceLabel } from "#components/captures/source-label";
import { EvidenceAddress } from "#components/evidence/evidence-address";
import { OutcomeMark } from "#components/evidence/outcome-mark";
import { LinkButton } from "#components/ui/link-button";
import { Time } from "#components/ui/time";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { Actor } from "#lib/permissions/actor";
import { getCapture } from "#lib/services/captures/get-capture";
import { CaptureOutcome } from "./capture-outcome";
import { CapturePictures } from "./capture-pictures";
import { CaptureText } from "./capture-text";

/** On wide screens: the chosen capture beside the list, enough to decide whether to open it. */
export async function CaptureBeside({ locale, user, captureId }: { locale: Locale; user: Actor; captureId: string }) {
  const { captures } = messages(locale);
  const capture = await getCapture(user, captureId);
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
          <p className="truncate text-sm text-ink-faint">
            <Time locale={locale} at={capture.finishedAt} /> · <EvidenceAddress url={capture.source.canonicalUrl} />
          </p>
        </div>
        <LinkButton href={`/${locale}/desk/captures/${capture.id}`} variant="primary" size="sm">
          {captures.openPage}
        </LinkButton>
      </div>
      <div className="flex flex-wrap gap-2">
        <OutcomeMark locale={locale} outcome={capture.outcome} />
      </div>
      <CaptureOutcome locale={locale} capture={capture} isShort />
      <CaptureText capture={capture} />
      <CapturePictures locale={locale} capture={capture} width={960} className="mt-4" />
    </section>
  );
}
