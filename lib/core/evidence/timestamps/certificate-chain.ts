import { X509Certificate } from "node:crypto";
import { CertificateChainValidationEngine } from "pkijs";
import { type ReadCertificate, readCertificate } from "#lib/core/evidence/timestamps/signer-certificate";

export type ChainResult =
  | { kind: "trusted"; rootName: string }
  | { kind: "unknown_root" }
  | { kind: "broken"; detail: string };

/** Longer chains do not occur, and certificates of a stranger must not send us round in circles. */
const MAX_LENGTH = 8;
const MAX_STEPS = 200;

/**
 * Looks for a way from a certificate to a trusted one and validates it as of a time (RFC 5280, without revocation:
 * a token does not bring it, and asking later tells about later).
 * @param others certificates that came with the token; nothing in them is trusted.
 */
export async function checkChain(
  leaf: ReadCertificate,
  others: readonly ReadCertificate[],
  trusted: readonly Uint8Array[],
  at: Date,
): Promise<ChainResult> {
  const roots = trusted.flatMap((der) => readRoot(der) ?? []);
  const path = findPath(leaf, others, roots);
  if (!path) return { kind: "unknown_root" };
  const root = readCertificate(path.root.raw);
  if (!root) return { kind: "unknown_root" };
  // The validator takes the last certificate for the one to validate.
  const certs = [...path.between.toReversed(), leaf].map(({ parsed }) => parsed);
  const engine = new CertificateChainValidationEngine({ trustedCerts: [root.parsed], certs, checkDate: at });
  try {
    const { result, resultMessage } = await engine.verify();
    return result ? { kind: "trusted", rootName: nameOf(path.root) } : { kind: "broken", detail: resultMessage };
  } catch (thrown) {
    return { kind: "broken", detail: thrown instanceof Error ? thrown.message : "the chain does not validate" };
  }
}

/** A distinguished name on one line. */
export const nameOf = ({ subject }: X509Certificate) => subject.split("\n").join(", ");

const cache = new WeakMap<Uint8Array, X509Certificate>();

/** Root stores have some 150 certificates; each is taken apart once. */
function readRoot(der: Uint8Array): X509Certificate | undefined {
  try {
    const known = cache.get(der) ?? new X509Certificate(der);
    cache.set(der, known);
    return known;
  } catch {
    return undefined;
  }
}

type Path = { between: ReadCertificate[]; root: X509Certificate };

/** Depth first, each certificate once per way, with an end to the number of steps. */
function findPath(
  leaf: ReadCertificate,
  others: readonly ReadCertificate[],
  roots: readonly X509Certificate[],
): Path | undefined {
  let steps = 0;
  const walk = (current: ReadCertificate, between: ReadCertificate[]): Path | undefined => {
    const root = roots.find((candidate) => isIssuedBy(current.x509, candidate));
    if (root) return { between, root };
    if (between.length >= MAX_LENGTH) return undefined;
    for (const next of others) {
      if (next === leaf || between.includes(next) || !isIssuedBy(current.x509, next.x509)) continue;
      if (++steps > MAX_STEPS) return undefined;
      const found = walk(next, [...between, next]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(leaf, []);
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && issuer.ca && certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}
