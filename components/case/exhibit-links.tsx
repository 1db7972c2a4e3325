import { artifactHref } from "#components/case/exhibit-facts";
import { Icon } from "#components/ui/icon";
import { readableAddress } from "#lib/core/captures/readable-address";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SnapshotCapture } from "#lib/schemas/case-snapshot";

/** What a reader wants first of an archived copy, and what only somebody who checks does. */
const ORDER = [
  "dom_html",
  "screenshot",
  "pdf",
  "text",
  "post_crop",
  "response_html",
  "post_json",
  "wacz",
  "warc",
  "provenance",
  "manifest",
];

/** The archived copy in its forms, then the live page, marked as leaving. */
export function ExhibitLinks({ capture, locale }: { capture: SnapshotCapture; locale: Locale }) {
  const { byHand, reader: t } = messages(locale);
  const files = ORDER.flatMap((role) => capture.artifacts.find((artifact) => artifact.role === role) ?? []);
  return (
    <div className="space-y-1 text-sm">
      {files.length > 0 ? (
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="inline-flex items-center gap-1.5 font-semibold text-ink-soft">
            <Icon name="archive" className="size-4" />
            {t.exhibit.archived}
          </span>
          {files.map((file) => (
            <a key={file.id} className="prose-link" href={artifactHref(file.id)}>
              {t.exhibit.file[file.role] ?? file.name}
            </a>
          ))}
        </p>
      ) : null}
      <p className="print-hidden flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="inline-flex items-center gap-1.5 font-semibold text-ink-soft">
          <Icon name="seal" className="size-4" />
          {byHand.check}
        </span>
        <a className="prose-link" href={`/api/captures/${capture.captureId}/bundle?copy=reader`} download>
          {byHand.save}
        </a>
        <a className="prose-link" href={`/${locale}/verify-by-hand`}>
          {byHand.how}
        </a>
      </p>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="inline-flex items-center gap-1.5 font-semibold text-ink-soft">
          <Icon name="leave" className="size-4" />
          {t.exhibit.live}
        </span>
        <a
          className="prose-link print:after:content-none!"
          href={capture.source.canonicalUrl}
          rel="noopener noreferrer nofollow external"
        >
          <bdi dir="ltr" className="break-all">
            {readableAddress(capture.source.canonicalUrl)}
          </bdi>
          <span className="sr-only"> ({t.case.opensLive})</span>
        </a>
      </p>
    </div>
  );
}
