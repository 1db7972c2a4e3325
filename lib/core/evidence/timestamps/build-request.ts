import { Integer, Null, OctetString } from "asn1js";
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from "pkijs";

const SHA256_OID = "2.16.840.1.101.3.4.2.1";

/**
 * A question to a timestamp authority (RFC 3161, 2.4.1): SHA-256 imprint, nonce, and the wish to get its certificate.
 * @param imprintSha256 hex.
 * @param nonce at least 8 random bytes, read as a positive number.
 * @returns `application/timestamp-query`, DER.
 */
export function buildTimestampRequest(imprintSha256: string, nonce: Uint8Array): Buffer {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256_OID, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: Uint8Array.from(Buffer.from(imprintSha256, "hex")).buffer }),
    }),
    nonce: new Integer({ valueHex: Uint8Array.from(derInteger(nonce)).buffer }),
    certReq: true,
  });
  return Buffer.from(request.toSchema().toBER(false));
}

/** The shortest two's complement of a positive number, as DER wants it. */
function derInteger(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Uint8Array.of(0) : bytes.subarray(first);
  return (digits[0] ?? 0) < 0x80 ? digits : Uint8Array.of(0, ...digits);
}

/** A DER integer's bytes as the number's hex digits, however it was padded. */
export function integerHex(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("hex")
    .replace(/^(?:00)+(?=..)/, "");
}
