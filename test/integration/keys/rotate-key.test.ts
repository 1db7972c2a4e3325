import { chmod, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFileBytes } from "#lib/adapters/files/file-store";
import { keysFolder } from "#lib/adapters/keys/private-key-files";
import { signatureHolds } from "#lib/core/evidence/signing";
import { db } from "#lib/data/client";
import { findKeyByFingerprint } from "#lib/data/signing-keys";
import { findMissingKeys, listKeys } from "#lib/services/keys/list-keys";
import { openKey } from "#lib/services/keys/open-key";
import { prepareKeys } from "#lib/services/keys/prepare-keys";
import { rotateKey } from "#lib/services/keys/rotate-key";
import { buildCapture } from "#test/builders/capture";
import { buildPerson } from "#test/builders/person";

describe("rotateKey", () => {
  test("puts a new key into service; what the old one signed stays checkable, and nobody signs with it any more", async () => {
    const admin = await buildPerson({ role: "admin" });
    const capture = await buildCapture();
    const old = await openKey("manifest");
    expect(await rotateKey(admin, { purpose: "manifest" })).toMatchObject({ retired: old.fingerprint });
    const current = await openKey("manifest");
    expect(current.fingerprint).not.toBe(old.fingerprint);
    expect((await readdir(keysFolder())).filter((name) => name.startsWith("manifest-"))).toEqual([
      `manifest-${current.fingerprint}.pem`,
    ]);
    const row = await findKeyByFingerprint(db(), old.fingerprint);
    const signature = capture.artifacts.find(({ role }) => role === "signature")?.sha256 ?? "";
    expect(
      signatureHolds({
        algorithm: row?.algorithm ?? "",
        publicKeySpki: row?.publicKeySpki ?? Buffer.alloc(0),
        bytes: await readFileBytes(capture.manifestSha256),
        signature: await readFileBytes(signature),
      }),
    ).toBe(true);
    const events = await db().custodyEvent.findMany({ where: { subjectType: "key", actorId: admin.id } });
    expect(events.map(({ action }) => action)).toEqual(["key.retired", "key.created"]);
  });

  test("is for admins only", async () => {
    for (const role of ["editor", "publisher"] as const) {
      const person = await buildPerson({ role });
      await expect(rotateKey(person, { purpose: "manifest" })).rejects.toMatchObject({ code: "not_allowed" });
    }
    await expect(rotateKey(await buildPerson({ role: "admin" }), { purpose: "root" })).rejects.toMatchObject({
      code: "bad_input",
    });
  });

  test("leaves one key in service when two people press at once", async () => {
    await Promise.all([rotateKey(null, { purpose: "wacz" }), rotateKey(null, { purpose: "wacz" })]);
    expect(await db().signingKey.count({ where: { purpose: "wacz", retiredAt: null } })).toBe(1);
  });

  test("is advised by a worker's start that finds the file open to others, and closes it", async () => {
    const path = join(keysFolder(), `manifest-${(await openKey("manifest")).fingerprint}.pem`);
    await chmod(path, 0o644);
    await prepareKeys();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test("is the way on when a private half was lost; a worker's start names it and goes on", async () => {
    await writeFile(join(keysFolder(), `manifest-${(await openKey("manifest")).fingerprint}.pem`), "lost");
    await prepareKeys();
    expect(await findMissingKeys(await listKeys())).toHaveLength(1);
    await rotateKey(null, { purpose: "manifest" });
    expect(await findMissingKeys(await listKeys())).toEqual([]);
    await expect(openKey("manifest")).resolves.toBeDefined();
  });
});
