import { BitString, Integer, Utf8String } from "asn1js";
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, ExtKeyUsage } from "pkijs";

export const CURVE = { name: "ECDSA", namedCurve: "P-256" } as const;
export const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

/** A certificate and the key it is about. */
export type Identity = { certificate: Certificate; keys: CryptoKeyPair };

export type CertificateWishes = {
  name: string;
  /** Who signs it; itself when missing. */
  issuer?: Identity;
  /** Object identifiers; a certificate without any may sign certificates. */
  extendedKeyUsages?: string[];
  isUsageCritical?: boolean;
  validFrom?: Date;
  validTo?: Date;
};

const DAY_MS = 86_400_000;

/** Makes an X.509 certificate (RFC 5280) with a new P-256 key. */
export async function makeCertificate(wishes: CertificateWishes): Promise<Identity> {
  const { name, issuer, extendedKeyUsages, isUsageCritical = true } = wishes;
  const keys = await crypto.subtle.generateKey(CURVE, true, ["sign", "verify"]);
  const certificate = new Certificate();
  certificate.version = 2;
  const serial = crypto.getRandomValues(new Uint8Array(16));
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f);
  certificate.serialNumber = new Integer({ valueHex: serial.buffer });
  certificate.subject.typesAndValues.push(commonName(name));
  certificate.issuer.typesAndValues.push(...(issuer?.certificate ?? certificate).subject.typesAndValues);
  certificate.notBefore.value = wholeSeconds(wishes.validFrom ?? new Date(Date.now() - DAY_MS));
  certificate.notAfter.value = wholeSeconds(wishes.validTo ?? new Date(Date.now() + 3_650 * DAY_MS));
  certificate.extensions = extendedKeyUsages
    ? [extension("2.5.29.37", isUsageCritical, new ExtKeyUsage({ keyPurposes: extendedKeyUsages })), keyUsage(0x80, 7)]
    : [extension("2.5.29.19", true, new BasicConstraints({ cA: true })), keyUsage(0x06, 1)];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((issuer?.keys ?? keys).privateKey, "SHA-256");
  return { certificate, keys };
}

/** DER of a certificate. */
export const certificateDer = ({ certificate }: Identity) => Buffer.from(certificate.toSchema(true).toBER(false));

/** PEM of a certificate. */
export function certificatePem(identity: Identity): string {
  const base64 = certificateDer(identity).toString("base64");
  return `-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/.{1,64}/g, "$&\n")}-----END CERTIFICATE-----\n`;
}

const commonName = (value: string) => new AttributeTypeAndValue({ type: "2.5.4.3", value: new Utf8String({ value }) });

function extension(extnID: string, critical: boolean, value: BasicConstraints | ExtKeyUsage): Extension {
  return new Extension({ extnID, critical, extnValue: value.toSchema().toBER(false), parsedValue: value });
}

function keyUsage(bits: number, unusedBits: number): Extension {
  const value = new BitString({ valueHex: Uint8Array.of(bits).buffer, unusedBits });
  return new Extension({ extnID: "2.5.29.15", critical: true, extnValue: value.toBER(false), parsedValue: value });
}

/** X.509 times have no fractions. */
const wholeSeconds = (date: Date) => new Date(Math.floor(date.getTime() / 1_000) * 1_000);
