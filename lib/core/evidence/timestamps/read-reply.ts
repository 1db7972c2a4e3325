import { Constructed, fromBER, Sequence } from "asn1js";
import {
  type ContentInfo,
  id_ContentType_SignedData,
  id_eContentType_TSTInfo,
  SignedData,
  TimeStampResp,
  TSTInfo,
} from "pkijs";

/** A granted answer, taken apart. */
export type GrantedReply = {
  signedData: SignedData;
  info: TSTInfo;
  /** The signed content, exactly as it stands in the token. */
  content: Uint8Array;
  /** Certificates in the token, DER, exactly as they stand there. */
  certificates: Uint8Array[];
};

export type ReadReply =
  | { kind: "granted"; reply: GrantedReply }
  | { kind: "rejected"; detail: string }
  | { kind: "unreadable"; detail: string };

const STATUS = ["granted", "granted with mods", "rejection", "waiting", "revocation warning", "revoked"];
/** RFC 3161, 2.4.2: bits of PKIFailureInfo. */
const FAILURES: Record<number, string> = {
  0: "bad algorithm",
  2: "bad request",
  5: "bad data format",
  14: "time not available",
  15: "unaccepted policy",
  16: "unaccepted extension",
  17: "additional information not available",
  25: "system failure",
};

/**
 * Takes an authority's answer apart (RFC 3161, 2.4.2), without believing any of it.
 * @param der `application/timestamp-reply`: a whole TimeStampResp and nothing behind it.
 */
export function readTimestampReply(der: Uint8Array): ReadReply {
  try {
    const bytes = Uint8Array.from(der);
    const { offset } = fromBER(bytes);
    if (offset !== bytes.length) return { kind: "unreadable", detail: offset < 0 ? "no DER" : "bytes behind its end" };
    const response = TimeStampResp.fromBER(bytes);
    const status = response.status.status;
    if (status !== 0 && status !== 1) return { kind: "rejected", detail: rejectionWords(response) };
    const token = response.timeStampToken;
    if (!token) return { kind: "unreadable", detail: "granted without a token" };
    if (token.contentType !== id_ContentType_SignedData) return { kind: "unreadable", detail: "no signed data in it" };
    const signedData = new SignedData({ schema: token.content });
    const { eContentType, eContent } = signedData.encapContentInfo;
    if (eContentType !== id_eContentType_TSTInfo || !eContent) {
      return { kind: "unreadable", detail: "what is signed is no timestamp" };
    }
    const content = new Uint8Array(eContent.getValue());
    const info = TSTInfo.fromBER(content);
    return { kind: "granted", reply: { signedData, info, content, certificates: certificatesIn(token) } };
  } catch (thrown) {
    return { kind: "unreadable", detail: thrown instanceof Error ? thrown.message.slice(0, 200) : "no DER" };
  }
}

function rejectionWords({ status }: TimeStampResp): string {
  const words = status.statusStrings?.map((text) => text.valueBlock.value) ?? [];
  const bits = status.failInfo?.valueBlock.valueHexView ?? new Uint8Array();
  for (const [bit, word] of Object.entries(FAILURES)) {
    if (((bits[Number(bit) >> 3] ?? 0) >> (7 - (Number(bit) & 7))) & 1) words.push(word);
  }
  return [STATUS[status.status] ?? `status ${status.status}`, ...words].join(", ").slice(0, 200);
}

/** SignedData.certificates is `[0] IMPLICIT SET`; pkijs would write its members anew, and hashes are over the old bytes. */
function certificatesIn(token: ContentInfo): Uint8Array[] {
  const parts = token.content instanceof Sequence ? token.content.valueBlock.value : [];
  const set = parts.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0);
  if (!(set instanceof Constructed)) return [];
  return set.valueBlock.value
    .filter((member) => member instanceof Sequence)
    .map((member) => Uint8Array.from(member.valueBeforeDecodeView));
}
