import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { storedPath } from "#lib/adapters/files/file-paths";
import { readFileBytes } from "#lib/adapters/files/file-store";
import { publicKeyPem } from "#lib/core/evidence/signing";
import { db } from "#lib/data/client";
import { readableManifest } from "#lib/schemas/manifest";
import { openKey } from "#lib/services/keys/open-key";
import { buildCapture } from "#test/builders/capture";
import { openssl, opensslVersion, unlessMissing } from "#test/setup/openssl";

describe("the signature of a capture", () => {
  test("is named in the manifest and in the custody log", async () => {
    const capture = await buildCapture();
    const { fingerprint } = await openKey("manifest");
    const manifest = readableManifest.parse(JSON.parse((await readFileBytes(capture.manifestSha256)).toString()));
    expect(manifest).toMatchObject({ version: 2, signedBy: { algorithm: "Ed25519", fingerprint } });
    const signature = capture.artifacts.find(({ role }) => role === "signature");
    expect(signature).toMatchObject({ name: "manifest.sig", bytes: 64 });
    const event = await db().custodyEvent.findFirstOrThrow({ where: { subjectId: capture.id } });
    expect(event.details).toMatchObject({ keyFingerprint: fingerprint, signatureSha256: signature?.sha256 });
  });

  test.runIf(opensslVersion)(`is checked by openssl alone, and not over another manifest${unlessMissing}`, async () => {
    const [one, other] = [await buildCapture({ html: "one" }), await buildCapture({ html: "other" })];
    const { publicKeySpki } = await openKey("manifest");
    const folder = await mkdtemp(join(tmpdir(), "daleel-openssl-"));
    const key = join(folder, "key.pem");
    await writeFile(key, publicKeyPem(publicKeySpki));
    const signature = storedPath(one.artifacts.find(({ role }) => role === "signature")?.sha256 ?? "");
    const check = (manifestSha256: string) =>
      openssl(
        ...["pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin"],
        ...["-in", storedPath(manifestSha256), "-sigfile", signature],
      );
    expect(await check(one.manifestSha256)).toMatchObject({ ok: true });
    expect(await check(other.manifestSha256)).toMatchObject({ ok: false });
    await rm(folder, { recursive: true });
  });
});
