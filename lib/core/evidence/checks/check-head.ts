import { type CheckLine, checkLine } from "#lib/core/evidence/checks/check-line";
import { type KnownKey, keysInForce } from "#lib/core/evidence/checks/check-signature";
import { readHeadStatement } from "#lib/core/evidence/custody-head";
import { signatureHolds } from "#lib/core/evidence/signing";

/**
 * A signed state of the custody log: the statement is one, and its signature is by the key that it names.
 * @param subject the name of the statement's file, or `#seq`.
 * @param signature null when it is not there.
 */
export function checkHead(
  subject: string,
  text: string,
  signature: Uint8Array | null,
  keys: readonly KnownKey[] | null,
): CheckLine {
  const statement = readHeadStatement(text);
  if (!statement || !signature) return checkLine("head", subject, "head_wrong");
  const { fingerprint } = statement.signedBy;
  if (keys === null) return checkLine("head", subject, "head_no_keys");
  const own = keys.filter((key) => key.purpose === "manifest");
  const at = new Date(statement.at);
  const key = keysInForce(own, { from: at, to: at }).find((each) => each.fingerprint === fingerprint);
  if (!key) return checkLine("head", subject, "head_key_unknown", { fingerprint });
  const holds = signatureHolds({ ...key, bytes: Buffer.from(text, "utf8"), signature });
  const { seq } = statement;
  return checkLine("head", subject, holds ? "head_holds" : "head_wrong", { seq, at: statement.at, fingerprint });
}
