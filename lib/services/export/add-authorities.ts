import { X509Certificate } from "node:crypto";
import { readFileBytes } from "#lib/adapters/files/file-store";
import { readTrustedRoots } from "#lib/adapters/timestamps/trusted-roots";
import { authorityPath } from "#lib/core/evidence/bundle-layout";
import { readTimestampReply } from "#lib/core/evidence/timestamps/read-reply";
import { type PlannedFile, textFile } from "#lib/services/export/planned-file";

/**
 * Beside each token the certificates that it leads to, as PEM for `openssl ts -verify -CAfile`: those that came with the
 * token, and the root that the archive trusts, where it knows it. Whoever distrusts the archive takes the root from the
 * authority itself.
 */
export async function addAuthorities(
  files: PlannedFile[],
  artifacts: readonly { name: string; role: string; sha256: string }[],
): Promise<void> {
  const tokens = artifacts.filter(({ role }) => role === "timestamp");
  if (tokens.length === 0) return;
  const roots = (await readTrustedRoots()).certificates.flatMap((der) => read(der) ?? []);
  for (const { name, sha256 } of tokens) {
    const reply = readTimestampReply(await readFileBytes(sha256));
    if (reply.kind !== "granted") continue;
    const own = reply.reply.certificates.flatMap((der) => read(der) ?? []);
    const host = name.replace(/^manifest-/, "").replace(/\.tsr$/, "");
    files.push(textFile(authorityPath(host), [...own, ...rootsOf(own, roots)].map(String).join("")));
  }
}

/** Roots that issued one of these certificates and are not among them. */
function rootsOf(certificates: readonly X509Certificate[], roots: readonly X509Certificate[]): X509Certificate[] {
  const known = new Set(certificates.map(({ fingerprint256 }) => fingerprint256));
  return roots.filter(
    (root) => !known.has(root.fingerprint256) && certificates.some((certificate) => certificate.checkIssued(root)),
  );
}

function read(der: Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(der);
  } catch {
    return undefined;
  }
}
