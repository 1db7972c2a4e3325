import { createHash, X509Certificate } from "node:crypto";
import { type AsnType, ObjectIdentifier, OctetString, Sequence } from "asn1js";
import { Certificate, ExtKeyUsage, IssuerAndSerialNumber, type SignerInfo } from "pkijs";

/** A certificate both as Node and as pkijs know it. */
export type ReadCertificate = { der: Uint8Array; x509: X509Certificate; parsed: Certificate };

const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const EXTENDED_KEY_USAGE = "2.5.29.37";
const SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
/** RFC 5035: signing-certificate (SHA-1) and signing-certificate-v2. */
const ESS_V1 = "1.2.840.113549.1.9.16.2.12";
const ESS_V2 = "1.2.840.113549.1.9.16.2.47";
const DIGESTS: Record<string, string> = {
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

/** @returns undefined when the bytes are no certificate. */
export function readCertificate(der: Uint8Array): ReadCertificate | undefined {
  try {
    return { der, x509: new X509Certificate(der), parsed: Certificate.fromBER(Uint8Array.from(der)) };
  } catch {
    return undefined;
  }
}

/** The certificate that a CMS signature names by issuer and serial number or by key (RFC 5652, 5.3). */
export function findSigner(info: SignerInfo, certificates: readonly ReadCertificate[]): ReadCertificate | undefined {
  const { sid } = info;
  if (sid instanceof IssuerAndSerialNumber) {
    return certificates.find(
      ({ parsed }) => parsed.issuer.isEqual(sid.issuer) && parsed.serialNumber.isEqual(sid.serialNumber),
    );
  }
  if (!(sid instanceof OctetString)) return undefined;
  const wanted = Buffer.from(sid.valueBlock.valueHexView);
  return certificates.find(({ parsed }) => {
    const extension = parsed.extensions?.find(({ extnID }) => extnID === SUBJECT_KEY_IDENTIFIER);
    return extension?.parsedValue instanceof OctetString
      ? wanted.equals(Buffer.from(extension.parsedValue.valueBlock.valueHexView))
      : false;
  });
}

/** Whether a certificate is for timestamping and nothing else, and says so in a critical extension (RFC 3161, 2.3). */
export function isForTimestamping({ parsed }: ReadCertificate): boolean {
  const usages = parsed.extensions?.filter(({ extnID }) => extnID === EXTENDED_KEY_USAGE) ?? [];
  const [usage] = usages;
  if (usages.length !== 1 || !usage?.critical || !(usage.parsedValue instanceof ExtKeyUsage)) return false;
  return usage.parsedValue.keyPurposes.length === 1 && usage.parsedValue.keyPurposes[0] === TIME_STAMPING;
}

/** Whether the signed attribute that names the signer's certificate by hash names this one (RFC 3161, 2.4.2; RFC 5816). */
export function isNamedByHash(info: SignerInfo, { der }: ReadCertificate): boolean {
  const attributes = info.signedAttrs?.attributes ?? [];
  const named = attributes.flatMap(({ type, values }) => {
    if (type !== ESS_V1 && type !== ESS_V2) return [];
    const first = firstCertificateHash(values[0], type === ESS_V1 ? "sha1" : "sha256");
    return [first !== undefined && createHash(first.digest).update(der).digest().equals(first.hash)];
  });
  return named.length > 0 && named.every(Boolean);
}

/** SigningCertificate(V2) → its first ESSCertID(v2), which is the signer's. */
function firstCertificateHash(value: unknown, byDefault: string): { digest: string; hash: Buffer } | undefined {
  const first = childrenOf(childrenOf(value)[0])[0];
  const [a, b] = childrenOf(first);
  if (a instanceof OctetString) return { digest: byDefault, hash: Buffer.from(a.valueBlock.valueHexView) };
  const algorithm = childrenOf(a)[0];
  const digest = algorithm instanceof ObjectIdentifier ? digestName(algorithm.getValue()) : undefined;
  if (!digest || !(b instanceof OctetString)) return undefined;
  return { digest, hash: Buffer.from(b.valueBlock.valueHexView) };
}

const childrenOf = (value: unknown): AsnType[] => (value instanceof Sequence ? value.valueBlock.value : []);

/** Node's name of a digest that is strong enough, or undefined. */
export function digestName(oid: string): string | undefined {
  return DIGESTS[oid];
}
