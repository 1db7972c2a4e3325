import { readableAddress } from "#lib/core/captures/readable-address";

/** A web address on one line, cut at its end, whichever way the page reads. */
export function OneLineAddress({ url, lead }: { url: string; lead?: string }) {
  return (
    <p className="flex min-w-0 items-baseline gap-1.5 text-sm text-ink-faint">
      {lead && <span className="shrink-0">{lead} ·</span>}
      <bdi dir="ltr" title={url} className="min-w-0 truncate font-mono text-[0.92em]">
        {readableAddress(url)}
      </bdi>
    </p>
  );
}
