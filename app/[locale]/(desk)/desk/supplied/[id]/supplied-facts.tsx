import type { ReactNode } from "react";
import { Hash } from "#components/ui/hash";
import { Day, Time } from "#components/ui/time";
import { readableAddress } from "#lib/core/captures/readable-address";
import { formatBytes } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { SuppliedDetail } from "#lib/services/supplied/get-supplied";

/** What is known of a supplied file by its bytes, and what was only said about it. */
export function SuppliedFacts({ locale, item }: { locale: Locale; item: SuppliedDetail }) {
  const { evidence, supplied } = messages(locale);
  const { detail } = supplied;
  const { width, height } = item;
  const said = (value: ReactNode) => value || <span className="text-ink-faint">{detail.notSaid}</span>;
  const facts: [string, ReactNode][] = [
    [supplied.by, <bdi key="by">{item.suppliedBy}</bdi>],
    [detail.received, <Time key="at" locale={locale} at={item.receivedAt} />],
    [detail.origin, said(item.origin && <bdi>{item.origin}</bdi>)],
    [detail.claimedUrl, said(item.claimedUrl && <Address url={item.claimedUrl} />)],
    [detail.claimedAt, said(item.claimedAt && <Day locale={locale} date={item.claimedAt} />)],
    [detail.note, said(item.note && <bdi className="block whitespace-pre-line">{item.note}</bdi>)],
    [detail.name, <bdi key="name">{item.fileName}</bdi>],
    [detail.kind, supplied.format[item.format] ?? item.format],
    [
      detail.size,
      <span key="size">
        <bdi>{formatBytes(locale, item.bytes)}</bdi>
        {width !== null && height !== null && <> · {detail.pixels(width, height)}</>}
      </span>,
    ],
    [
      detail.hash,
      <Hash
        key="hash"
        value={item.sha256}
        copy={{ label: evidence.copyHash, copiedLabel: evidence.hashCopied }}
        className="text-sm"
      />,
    ],
  ];
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-5 gap-y-2">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-faint">{name}</dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Not a link: nobody has looked at what is behind it. */
function Address({ url }: { url: string }) {
  return <bdi dir="ltr">{readableAddress(url)}</bdi>;
}
