/** What is checked of a timestamp token, each by itself. */
export const TOKEN_CHECKS = [
  /** The answer is DER of the right form, and the authority granted it. */
  "form",
  /** It stamps our hash and no other. */
  "imprint",
  /** It answers our question and no older one; only on receipt. */
  "nonce",
  /** The signer's certificate is in it and is the one the signature names (ESS signing certificate). */
  "signer",
  /** That certificate is for timestamping and nothing else. */
  "purpose",
  /** The signature over the token holds. */
  "signature",
  /** The certificate was valid at the stamped time. */
  "validity",
  /** A trusted root stands behind the certificate. */
  "chain",
  /** The stamped time agrees with what else is known. */
  "time",
] as const;
export type TokenCheckName = (typeof TOKEN_CHECKS)[number];

/** Why a check does not hold or could not be made; the words are in lib/i18n/messages/<locale>/proof.ts. */
export const TOKEN_REASONS = [
  "unreadable",
  "rejected",
  "other_imprint",
  "other_nonce",
  "no_signer",
  "other_signer",
  "wrong_purpose",
  "weak_digest",
  "unknown_algorithm",
  "bad_signature",
  "not_valid_then",
  "no_root",
  "unknown_root",
  "broken_chain",
  "implausible_time",
] as const;
export type TokenReason = (typeof TOKEN_REASONS)[number];

/** One check: `detail` has values for whoever examines it, in English, or is empty. */
export type TokenSubCheck = {
  check: TokenCheckName;
  state: "holds" | "fails" | "could_not";
  reason: TokenReason | null;
  detail: string;
};

/** What a token says, whether or not it is to be believed. */
export type TokenFacts = {
  /** The time inside, as precise as the authority wrote it. */
  stampedAt: Date;
  /** How far off the authority says it may be, if it says so. */
  accuracyMs: number | null;
  /** Serial number (hex) and policy (object identifier). */
  serial: string;
  policy: string;
  imprintSha256: string | null;
  nonceHex: string | null;
  /** Subject of the signer's certificate, and of the trusted root that stands behind it. */
  signerName: string | null;
  rootName: string | null;
};

/** The whole result; `state` is the worst of its checks. */
export type TokenCheck = {
  state: TokenSubCheck["state"];
  checks: TokenSubCheck[];
  facts: TokenFacts | null;
};

/** Certificates somebody trusts; `ifUnknown` is what a chain that ends elsewhere means. */
export type TrustedRoots = {
  /** DER, each a certificate that is trusted by itself. */
  certificates: readonly Uint8Array[];
  /** `fails` when somebody named these roots on purpose, `could_not` when they are only what came with the system. */
  ifUnknown: "fails" | "could_not";
};
