import type { ReactNode } from "react";
import { cx } from "#components/ui/cx";
import { Time } from "#components/ui/time";
import { holdsContent, type Outcome, type PlatformId } from "#lib/core/captures/types";
import { textDirection } from "#lib/core/text/direction";
import type { TextRange } from "#lib/core/text/segments";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import { EvidenceAddress } from "./evidence-address";
import { EvidenceLinks } from "./evidence-links";
import { EvidencePicture, type Picture } from "./evidence-picture";
import { MarkedText } from "./marked-text";
import { OutcomeMark } from "./outcome-mark";
import { type Proof, ProofMarks } from "./proof-marks";
import { SampleMark } from "./sample-notice";

/** What a card shows: plain data, the same on the desk and on a public page. */
export type Evidence = {
  /** Unique on the page. */
  id: string;
  picture: Picture | null;
  /** As shown by the platform; null where it does not say. */
  author: string | null;
  /** Without `@`. */
  handle: string | null;
  platform: PlatformId;
  postedAt: Date | string | null;
  /** Of a web page; posts have none. */
  title?: string | null;
  text: string | null;
  language: string | null;
  ranges?: readonly TextRange[];
  rangesMean?: "copied" | "match";
  capturedAt: Date | string;
  /** The address it was captured from. */
  capturedFrom: string;
  outcome: Outcome;
  proofs: readonly Proof[];
  archivedUrl: string | null;
  liveUrl: string | null;
  isSample?: boolean;
};

type Props = {
  locale: Locale;
  evidence: Evidence;
  /** Words above, e.g. "Exhibit 3", and below, e.g. a caption. */
  kicker?: ReactNode;
  caption?: ReactNode;
  /** Buttons of the desk. */
  actions?: ReactNode;
  className?: string;
};

/** The atom of the product: one piece of evidence with its picture, its words, its proofs and where to see it. */
export function EvidenceCard({ locale, evidence: item, kicker, caption, actions, className }: Props) {
  const { evidence } = messages(locale);
  return (
    <article
      aria-labelledby={`evidence-${item.id}`}
      className={cx(
        "grid gap-x-6 gap-y-4 border-t-2 border-ink bg-sheet p-4 sm:grid-cols-[minmax(8rem,13rem)_minmax(0,1fr)] sm:p-5",
        className,
      )}
    >
      <EvidencePicture locale={locale} picture={item.picture} />
      <div className="min-w-0">
        {(kicker || item.isSample || !isContent(item)) && (
          <div className="mb-2 flex flex-wrap items-center gap-2">
            {kicker && <span className="kicker text-ink-faint">{kicker}</span>}
            {!isContent(item) && <OutcomeMark locale={locale} outcome={item.outcome} />}
            {item.isSample && <SampleMark locale={locale} />}
          </div>
        )}
        <p id={`evidence-${item.id}`} className="leading-snug">
          <bdi className="font-semibold">{item.author ?? item.handle ?? item.title ?? evidence.unknownAuthor}</bdi>
          {item.handle && item.author && (
            <>
              {" "}
              <bdi dir="ltr" className="text-ink-faint">
                @{item.handle}
              </bdi>
            </>
          )}
        </p>
        <p className="text-sm text-ink-faint">
          <bdi>{evidence.platform[item.platform]}</bdi>
          {item.postedAt && (
            <>
              {" · "}
              {evidence.posted} <Time locale={locale} at={item.postedAt} />
            </>
          )}
        </p>
        <EvidenceText locale={locale} item={item} />
        {caption && <div className="mt-3 text-base text-ink-soft">{caption}</div>}
        <p className="mt-4 border-t border-hairline pt-3 text-sm text-ink-soft">
          {evidence.captured} <Time locale={locale} at={item.capturedAt} /> {evidence.capturedFrom}{" "}
          <EvidenceAddress url={item.capturedFrom} />
          {" · "}
          {evidence.askedByDesk}
        </p>
        {item.proofs.length > 0 && <ProofMarks locale={locale} proofs={item.proofs} group={item.id} className="mt-2" />}
        <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
          <EvidenceLinks locale={locale} archivedUrl={item.archivedUrl} liveUrl={item.liveUrl} />
          {actions && <div className="print-hidden flex flex-wrap gap-2">{actions}</div>}
        </div>
      </div>
    </article>
  );
}

function isContent({ outcome }: Evidence): boolean {
  return outcome === "content";
}

/** The words in their own direction, or what was there instead of them. */
function EvidenceText({ locale, item }: { locale: Locale; item: Evidence }) {
  const { evidence } = messages(locale);
  if (!holdsContent(item.outcome)) {
    return <p className="mt-3 text-base text-ink-soft">{evidence.outcomeMeaning[item.outcome]}</p>;
  }
  if (!item.text) return <p className="mt-3 text-base text-ink-faint">{evidence.noText}</p>;
  return (
    <blockquote
      dir={textDirection(item.text)}
      lang={item.language ?? undefined}
      cite={item.capturedFrom}
      className="mt-3 max-w-measure font-serif text-reading wrap-anywhere whitespace-pre-line"
    >
      <MarkedText text={item.text} ranges={item.ranges} rangesMean={item.rangesMean} />
    </blockquote>
  );
}
