import { suppliedHref } from "#components/case/exhibit-facts";
import { ReplayFrame } from "#components/evidence/replay-frame";
import { Hash } from "#components/ui/hash";
import { readableAddress } from "#lib/core/captures/readable-address";
import { isRecording } from "#lib/core/supplied/formats";
import { formatBytes, formatDay, formatTime } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SuppliedExhibit } from "#lib/schemas/case-snapshot";

type Props = { exhibit: SuppliedExhibit; locale: Locale };

/** "Supplied to the newsroom 3 July 2018, 14:02:11 UTC · not captured by it". */
export function SuppliedLine({ exhibit, locale }: Props) {
  const t = messages(locale).reader.exhibit;
  const { receivedAt } = exhibit.supplied;
  return (
    <p className="text-sm text-ink-soft">
      <time dateTime={receivedAt}>{t.supplied(formatTime(locale, receivedAt))}</time>
    </p>
  );
}

/** A file that somebody gave to the newsroom: never with a capture's proof marks, always with what it does not prove. */
export function SuppliedBody({ exhibit, locale }: Props) {
  const { reader, supplied: words } = messages(locale);
  const t = reader.exhibit;
  const { id, format, bytes, sha256, claimedUrl, claimedAt } = exhibit.supplied;
  return (
    <>
      <p className="border-s-3 border-warn bg-sheet px-4 py-2.5">{t.suppliedNotice}</p>
      <SuppliedLine exhibit={exhibit} locale={locale} />
      {claimedUrl || claimedAt ? (
        <p className="text-sm text-ink-soft">
          {claimedUrl ? t.saidToShow(`\u2068${readableAddress(claimedUrl)}\u2069`) : null}{" "}
          {claimedAt ? t.saidToBeFrom(formatDay(locale, claimedAt)) : null}
        </p>
      ) : null}
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
        <a className="prose-link" href={`${suppliedHref(id)}?save=1`}>
          {words.format[format] ?? format}
        </a>
        <bdi>{formatBytes(locale, bytes)}</bdi>
        <span>
          SHA-256 <Hash value={sha256} />
        </span>
      </p>
      {isRecording(format) ? <ReplayFrame locale={locale} address={suppliedHref(id)} isSupplied /> : null}
      <dl className="grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
        <div>
          <dt className="font-semibold">{t.proves}</dt>
          <dd className="text-ink-soft">{t.provesSupplied}</dd>
        </div>
        <div>
          <dt className="font-semibold">{t.provesNot}</dt>
          <dd className="text-ink-soft">{t.provesNotSupplied}</dd>
        </div>
      </dl>
    </>
  );
}
