import { readableAddress } from "#lib/core/captures/readable-address";

/** A web address as a person reads it: no scheme, left to right, cut when long (whole in the title). */
export function EvidenceAddress({ url }: { url: string }) {
  const shown = readableAddress(url);
  return (
    <bdi dir="ltr" title={url} className="font-mono text-[0.92em] wrap-anywhere">
      {shown.length > 64 ? `${shown.slice(0, 63)}…` : shown}
    </bdi>
  );
}
