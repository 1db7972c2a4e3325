import { buildManifest, MANIFEST_NAME, type ManifestInput, SIGNATURE_NAME } from "#lib/core/evidence/manifest";
import type { CaptureSeal } from "#lib/data/captures";
import type { ArtifactKeeper } from "#lib/services/captures/keep-artifacts";
import type { OpenKey } from "#lib/services/keys/open-key";
import { timestampAuthorities } from "#lib/services/timestamps/authorities";

/**
 * Writes the manifest of everything kept so far, and the key's signature over its exact bytes beside it.
 * @returns what the capture's row and custody event say of both, and which authorities are to stamp the manifest.
 * @throws AppError `storage_failed`.
 */
export async function sealCapture(
  keeper: ArtifactKeeper,
  key: OpenKey,
  about: Omit<ManifestInput, "signedBy" | "artifacts">,
): Promise<CaptureSeal> {
  const signedBy = { algorithm: key.algorithm, fingerprint: key.fingerprint };
  const manifest = Buffer.from(buildManifest({ ...about, signedBy, artifacts: keeper.kept }), "utf8");
  const { sha256: manifestSha256 } = await keeper.keep({
    role: "manifest",
    name: MANIFEST_NAME,
    mediaType: "application/json",
    content: manifest,
  });
  const { sha256: signatureSha256 } = await keeper.keep({
    role: "signature",
    name: SIGNATURE_NAME,
    mediaType: "application/octet-stream",
    content: key.sign(manifest),
  });
  return { manifestSha256, signatureSha256, keyFingerprint: key.fingerprint, authorities: timestampAuthorities() };
}
