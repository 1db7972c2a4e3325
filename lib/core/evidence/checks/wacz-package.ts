import { createHash } from "node:crypto";
import { type CheckLine, checkLine } from "#lib/core/evidence/checks/check-line";
import { type KnownKey, keysInForce, type SigningSpan } from "#lib/core/evidence/checks/check-signature";
import { signatureHolds } from "#lib/core/evidence/signing";

/** A member of a WACZ as it was read: its hash, size, and whether the zip's own CRC fits. */
export type WaczMember = { path: string; sha256: string; bytes: number; crcHolds: boolean };

/** What a WACZ holds, read once. `packageJson` and `digestJson` are null when they are not there. */
export type WaczContents = { members: WaczMember[]; packageJson: Buffer | null; digestJson: Buffer | null };

const PACKAGE = "datapackage.json";
const DIGEST = "datapackage-digest.json";

type Resource = { path: string; sha256: string; bytes: number };

/**
 * WACZ 1.1.1: every member is listed in datapackage.json with its hash and size and nothing else is in the file; the
 * digest file has the hash of datapackage.json; its signature (wacz-auth 0.1.0, anonymous) was made by a known key.
 * @param file the name of the WACZ, before `!` in every subject.
 */
export function checkWaczPackage(
  file: string,
  contents: WaczContents,
  keys: readonly KnownKey[] | null,
  span: SigningSpan,
): CheckLine[] {
  const { members, packageJson, digestJson } = contents;
  const at = (path: string) => `${file}!${path}`;
  const lines: CheckLine[] = [];
  for (const member of members) {
    if (!member.crcHolds) lines.push(checkLine("wacz", at(member.path), "wacz_member_changed", { by: "CRC-32" }));
  }
  const isDamaged = (path: string) => members.some((member) => member.path === path && !member.crcHolds);
  // A damaged list would only blame what it names.
  if (isDamaged(PACKAGE)) return lines;
  const resources = packageJson ? readResources(packageJson) : null;
  if (!packageJson || !resources) {
    return [...lines, checkLine("wacz", at(PACKAGE), packageJson ? "wacz_package_wrong" : "wacz_member_missing")];
  }
  lines.push(...checkMembers(members, resources, at));
  if (lines.length === 0) {
    lines.push(checkLine("wacz", file, "wacz_members_hold", { members: members.length }));
  }
  if (!isDamaged(DIGEST)) lines.push(...checkDigest(at(DIGEST), packageJson, digestJson, keys, span));
  return lines;
}

function checkMembers(members: readonly WaczMember[], resources: Map<string, Resource>, at: (path: string) => string) {
  const lines: CheckLine[] = [];
  const found = new Set(members.map((member) => member.path));
  for (const member of members) {
    const listed = resources.get(member.path);
    if (member.path === PACKAGE || member.path === DIGEST) continue;
    if (!listed) lines.push(checkLine("wacz", at(member.path), "wacz_member_unlisted"));
    else if (listed.sha256 !== member.sha256 || listed.bytes !== member.bytes) {
      // A member whose CRC is wrong was named already.
      if (member.crcHolds) lines.push(checkLine("wacz", at(member.path), "wacz_member_changed", { by: "SHA-256" }));
    }
  }
  for (const path of resources.keys()) {
    if (!found.has(path)) lines.push(checkLine("wacz", at(path), "wacz_member_missing"));
  }
  return lines;
}

function checkDigest(
  subject: string,
  packageJson: Buffer,
  digestJson: Buffer | null,
  keys: readonly KnownKey[] | null,
  span: SigningSpan,
): CheckLine[] {
  if (!digestJson) return [checkLine("wacz", subject, "wacz_member_missing")];
  const digest = readDigest(digestJson);
  const hash = `sha256:${createHash("sha256").update(packageJson).digest("hex")}`;
  if (!digest || digest.path !== PACKAGE || digest.hash !== hash) {
    return [checkLine("wacz", subject, "wacz_digest_wrong")];
  }
  const { signed } = digest;
  if (!signed) return [checkLine("wacz", subject, "wacz_signature_absent")];
  const publicKeySpki = Buffer.from(signed.publicKey, "base64");
  const bytes = Buffer.from(signed.hash, "utf8");
  const signature = Buffer.from(signed.signature, "base64");
  const holds = signatureHolds({ algorithm: "ECDSA-P384", publicKeySpki, bytes, signature });
  if (!holds || signed.hash !== hash) return [checkLine("wacz", subject, "wacz_signature_wrong")];
  const fingerprint = createHash("sha256").update(publicKeySpki).digest("hex");
  if (keys === null) return [checkLine("wacz", subject, "wacz_signature_no_keys", { fingerprint })];
  const own = keys.filter((each) => each.purpose === "wacz");
  const key = keysInForce(own, span).find((each) => each.fingerprint === fingerprint);
  return [checkLine("wacz", subject, key ? "wacz_signature_holds" : "wacz_key_unknown", { fingerprint })];
}

function readResources(bytes: Buffer): Map<string, Resource> | null {
  const value = parse(bytes) as { profile?: unknown; resources?: unknown } | null;
  if (value?.profile !== "data-package" || !Array.isArray(value.resources)) return null;
  const resources = new Map<string, Resource>();
  for (const each of value.resources as { path?: unknown; hash?: unknown; bytes?: unknown }[]) {
    const sha256 = /^sha256:([0-9a-f]{64})$/.exec(String(each?.hash))?.[1];
    if (typeof each?.path !== "string" || typeof each.bytes !== "number" || !sha256 || resources.has(each.path)) {
      return null;
    }
    resources.set(each.path, { path: each.path, sha256, bytes: each.bytes });
  }
  return resources;
}

type Digest = { path: unknown; hash: unknown; signed: { hash: string; signature: string; publicKey: string } | null };

function readDigest(bytes: Buffer): Digest | null {
  const value = parse(bytes) as { path?: unknown; hash?: unknown; signedData?: Record<string, unknown> } | null;
  if (!value) return null;
  const { path, hash, signedData } = value;
  if (!signedData) return { path, hash, signed: null };
  const text = (name: string) => String(signedData[name] ?? "");
  return { path, hash, signed: { hash: text("hash"), signature: text("signature"), publicKey: text("publicKey") } };
}

function parse(bytes: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
