import type { TSTInfo } from "pkijs";
import { integerHex } from "#lib/core/evidence/timestamps/build-request";
import { checkChain, nameOf } from "#lib/core/evidence/timestamps/certificate-chain";
import { type GrantedReply, readTimestampReply } from "#lib/core/evidence/timestamps/read-reply";
import {
  findSigner,
  isForTimestamping,
  isNamedByHash,
  type ReadCertificate,
  readCertificate,
} from "#lib/core/evidence/timestamps/signer-certificate";
import type {
  TokenCheck,
  TokenCheckName,
  TokenFacts,
  TokenReason,
  TokenSubCheck,
  TrustedRoots,
} from "#lib/core/evidence/timestamps/token-check";
import { checkTokenSignature } from "#lib/core/evidence/timestamps/token-signature";

const SHA256_OID = "2.16.840.1.101.3.4.2.1";
/** Clocks of honest machines differ by less. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

export type TokenQuestion = {
  /** The stored answer: a whole TimeStampResp, DER (`.tsr`). */
  tokenDer: Uint8Array;
  /** SHA-256 (hex) of what it should stamp. */
  imprintSha256: string;
  roots: TrustedRoots;
  /** On receipt: what was sent along. */
  nonce?: Uint8Array;
  /** The stamped thing existed at this time, so it was not stamped long before. */
  notBefore?: Date;
  /** On receipt: now, so it was not stamped long after. */
  notAfter?: Date;
};

/**
 * Checks a timestamp token, each property by itself (RFC 3161, 2.2 and 2.4.2; RFC 5652; RFC 5816). Needs no network
 * and no clock; damage is a result, never an error. Without `nonce`, `notBefore` and `notAfter` their checks are left out.
 */
export async function verifyToken(question: TokenQuestion): Promise<TokenCheck> {
  const checks: TokenSubCheck[] = [];
  const say = (check: TokenCheckName, reason: TokenReason | null, detail = "", state?: TokenSubCheck["state"]) =>
    checks.push({ check, state: state ?? (reason ? "fails" : "holds"), reason, detail });

  const read = readTimestampReply(question.tokenDer);
  if (read.kind !== "granted") {
    say("form", read.kind, read.detail);
    return { state: "fails", checks, facts: null };
  }
  say("form", null);
  const { reply } = read;
  const { info } = reply;
  const facts = factsOf(info);
  const found = facts.imprintSha256;
  say("imprint", found === question.imprintSha256 ? null : "other_imprint", found ?? "not SHA-256");
  if (question.nonce) {
    const isOurs = facts.nonceHex !== null && facts.nonceHex === integerHex(question.nonce);
    say("nonce", isOurs ? null : "other_nonce", facts.nonceHex ?? "none");
  }
  await checkSigner(reply, question.roots, facts, say);
  if (question.notBefore || question.notAfter) {
    const earliest = (question.notBefore?.getTime() ?? Number.NEGATIVE_INFINITY) - CLOCK_TOLERANCE_MS;
    const latest = (question.notAfter?.getTime() ?? Number.POSITIVE_INFINITY) + CLOCK_TOLERANCE_MS;
    const at = facts.stampedAt.getTime();
    say("time", at >= earliest && at <= latest ? null : "implausible_time", facts.stampedAt.toISOString());
  }
  const states = new Set(checks.map(({ state }) => state));
  return { state: states.has("fails") ? "fails" : states.has("could_not") ? "could_not" : "holds", checks, facts };
}

type Say = (check: TokenCheckName, reason: TokenReason | null, detail?: string, state?: TokenSubCheck["state"]) => void;

async function checkSigner(reply: GrantedReply, roots: TrustedRoots, facts: TokenFacts, say: Say): Promise<void> {
  const certificates = reply.certificates.flatMap((der) => readCertificate(der) ?? []);
  const { signerInfos } = reply.signedData;
  const [info] = signerInfos;
  const signer = info && signerInfos.length === 1 ? findSigner(info, certificates) : undefined;
  if (!info || !signer) {
    say("signer", "no_signer", `${signerInfos.length} signatures, ${certificates.length} certificates`);
    for (const check of ["purpose", "signature", "validity", "chain"] as const) {
      say(check, "no_signer", "", "could_not");
    }
    return;
  }
  facts.signerName = nameOf(signer.x509);
  say("signer", isNamedByHash(info, signer) ? null : "other_signer", facts.signerName);
  say("purpose", isForTimestamping(signer) ? null : "wrong_purpose");
  const problem = await checkTokenSignature(info, signer, reply.content);
  say("signature", problem, "", problem === "unknown_algorithm" ? "could_not" : undefined);
  const { validFrom, validTo, validFromDate, validToDate } = signer.x509;
  const wasValid = validFromDate <= facts.stampedAt && facts.stampedAt <= validToDate;
  say("validity", wasValid ? null : "not_valid_then", `${validFrom} to ${validTo}`);
  await sayChain(signer, certificates, roots, facts, say);
}

async function sayChain(
  signer: ReadCertificate,
  others: readonly ReadCertificate[],
  roots: TrustedRoots,
  facts: TokenFacts,
  say: Say,
): Promise<void> {
  const chain = await checkChain(signer, others, roots.certificates, facts.stampedAt);
  if (chain.kind === "trusted") {
    facts.rootName = chain.rootName;
    return say("chain", null, chain.rootName);
  }
  if (chain.kind === "broken") return say("chain", "broken_chain", chain.detail);
  say("chain", roots.ifUnknown === "fails" ? "unknown_root" : "no_root", "", roots.ifUnknown);
}

function factsOf(info: TSTInfo): TokenFacts {
  const { accuracy, messageImprint, nonce } = info;
  const { hashAlgorithm, hashedMessage } = messageImprint;
  const isSha256 = hashAlgorithm.algorithmId === SHA256_OID;
  const hasAccuracy = accuracy && [accuracy.seconds, accuracy.millis, accuracy.micros].some(Boolean);
  return {
    stampedAt: info.genTime,
    accuracyMs: hasAccuracy
      ? (accuracy.seconds ?? 0) * 1_000 + (accuracy.millis ?? 0) + (accuracy.micros ?? 0) / 1_000
      : null,
    serial: integerHex(info.serialNumber.valueBlock.valueHexView),
    policy: info.policy,
    imprintSha256: isSha256 ? Buffer.from(hashedMessage.valueBlock.valueHexView).toString("hex") : null,
    nonceHex: nonce ? integerHex(nonce.valueBlock.valueHexView) : null,
    signerName: null,
    rootName: null,
  };
}
