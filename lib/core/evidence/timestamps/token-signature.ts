import { createHash } from "node:crypto";
import { ObjectIdentifier, OctetString } from "asn1js";
import { getCrypto, id_eContentType_TSTInfo, type SignerInfo } from "pkijs";
import { digestName, type ReadCertificate } from "#lib/core/evidence/timestamps/signer-certificate";
import type { TokenReason } from "#lib/core/evidence/timestamps/token-check";

const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
/** RSA without a digest of its own: the signer's digest counts. */
const PLAIN_RSA = "1.2.840.113549.1.1.1";

/**
 * Whether the CMS signature over a token holds (RFC 5652, 5.4): the signed attributes name the content's type and hash,
 * and the signature is over these attributes.
 * @returns null when it holds.
 */
export async function checkTokenSignature(
  info: SignerInfo,
  signer: ReadCertificate,
  content: Uint8Array,
): Promise<TokenReason | null> {
  const digest = digestName(info.digestAlgorithm.algorithmId);
  if (!digest) return "weak_digest";
  const { signedAttrs } = info;
  if (!signedAttrs) return "bad_signature";
  const attribute = (type: string): unknown => {
    const found = signedAttrs.attributes.filter(({ type: found }) => found === type);
    return found.length === 1 ? found[0]?.values[0] : undefined;
  };
  const contentType = attribute(CONTENT_TYPE);
  if (!(contentType instanceof ObjectIdentifier) || contentType.getValue() !== id_eContentType_TSTInfo) {
    return "bad_signature";
  }
  const messageDigest = attribute(MESSAGE_DIGEST);
  const hash = createHash(digest).update(content).digest();
  if (!(messageDigest instanceof OctetString) || !hash.equals(Buffer.from(messageDigest.valueBlock.valueHexView))) {
    return "bad_signature";
  }
  const { signature, signatureAlgorithm } = info;
  if (!("name" in getCrypto(true).getAlgorithmByOID(signatureAlgorithm.algorithmId))) return "unknown_algorithm";
  const isPlainRsa = signatureAlgorithm.algorithmId === PLAIN_RSA;
  try {
    const holds = await getCrypto(true).verifyWithPublicKey(
      signedAttrs.encodedValue,
      signature,
      signer.parsed.subjectPublicKeyInfo,
      signatureAlgorithm,
      isPlainRsa ? digest.replace("sha", "SHA-") : undefined,
    );
    return holds ? null : "bad_signature";
  } catch {
    return "bad_signature";
  }
}
