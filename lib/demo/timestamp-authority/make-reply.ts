import { createHash } from "node:crypto";
import { GeneralizedTime, Integer, ObjectIdentifier, OctetString, Sequence } from "asn1js";
import {
  Accuracy,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  id_ContentType_SignedData,
  id_eContentType_TSTInfo,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from "pkijs";
import { certificateDer, type Identity } from "#lib/demo/timestamp-authority/make-certificate";

/** An arc nobody owns (UUID arc, RFC 4122 example): the demo's policy binds nobody. */
const DEMO_POLICY = "2.25.329800735698586629295641978511506172918";

export type ReplyWishes = {
  signer: Identity;
  /** Certificates between the signer and the root. */
  between?: Identity[];
  at: Date;
  /** The certificate that the signature names by hash, when it is not the signer's. */
  named?: Identity;
};

/**
 * Answers a timestamp query (RFC 3161, 2.4.2; RFC 5816).
 * @param query `application/timestamp-query`, DER.
 * @returns `application/timestamp-reply`, DER.
 * @throws Error when the query is none.
 */
export async function makeReply(query: Uint8Array, wishes: ReplyWishes): Promise<Buffer> {
  const { messageImprint, nonce } = TimeStampReq.fromBER(Uint8Array.from(query));
  const serial = crypto.getRandomValues(new Uint8Array(12));
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f);
  const info = new TSTInfo({
    version: 1,
    policy: DEMO_POLICY,
    messageImprint,
    serialNumber: new Integer({ valueHex: serial.buffer }),
    genTime: wishes.at,
    accuracy: new Accuracy({ seconds: 1 }),
    ...(nonce ? { nonce } : {}),
  });
  const token = await signInfo(info.toSchema().toBER(false), wishes);
  const response = new TimeStampResp({ status: new PKIStatusInfo({ status: 0 }), timeStampToken: token });
  return Buffer.from(response.toSchema().toBER(false));
}

async function signInfo(content: ArrayBuffer, { signer, between = [], at, named = signer }: ReplyWishes) {
  const { certificate, keys } = signer;
  const encapContentInfo = new EncapsulatedContentInfo({ eContentType: id_eContentType_TSTInfo });
  // Set afterwards: the constructor would cut it into the pieces of BER.
  encapContentInfo.eContent = new OctetString({ valueHex: content });
  const digest = createHash("sha256").update(Buffer.from(content)).digest();
  const attributes = [
    attribute("1.2.840.113549.1.9.3", new ObjectIdentifier({ value: id_eContentType_TSTInfo })),
    attribute("1.2.840.113549.1.9.5", new GeneralizedTime({ valueDate: at })),
    attribute("1.2.840.113549.1.9.4", new OctetString({ valueHex: Uint8Array.from(digest).buffer })),
    attribute("1.2.840.113549.1.9.16.2.47", signingCertificate(certificateDer(named))),
  ];
  const signedData = new SignedData({
    version: 3,
    encapContentInfo,
    certificates: [certificate, ...between.map((identity) => identity.certificate)],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: inDerOrder(attributes) }),
      }),
    ],
  });
  await signedData.sign(keys.privateKey, 0, "SHA-256");
  return new ContentInfo({ contentType: id_ContentType_SignedData, content: signedData.toSchema(true) });
}

const attribute = (type: string, value: object) => new Attribute({ type, values: [value] });

/** SigningCertificateV2 with the default digest, SHA-256. */
function signingCertificate(der: Uint8Array): Sequence {
  const hash = new OctetString({ valueHex: Uint8Array.from(createHash("sha256").update(der).digest()).buffer });
  const id = new Sequence({ value: [hash] });
  return new Sequence({ value: [new Sequence({ value: [id] })] });
}

/** DER sorts the members of a SET by their bytes; signatures are over that order. */
function inDerOrder(attributes: Attribute[]): Attribute[] {
  const bytesOf = (one: Attribute) => Buffer.from(one.toSchema().toBER(false));
  return attributes.toSorted((a, b) => Buffer.compare(bytesOf(a), bytesOf(b)));
}
