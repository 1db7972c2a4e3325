import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keysFolder } from "#lib/adapters/keys/private-key-files";
import { findChainBreak } from "#lib/core/evidence/custody-chain";
import { keyFingerprint, signatureHolds } from "#lib/core/evidence/signing";
import { db } from "#lib/data/client";
import { openKey } from "#lib/services/keys/open-key";

const bytes = Buffer.from("a manifest");

describe("the signing keys", () => {
  test("are made once however many processes start together, for their owner only", async () => {
    const keys = await Promise.all(Array.from({ length: 6 }, () => openKey("manifest")));
    expect(new Set(keys.map((key) => key.fingerprint)).size).toBe(1);
    expect(await db().signingKey.count()).toBe(1);
    const [name = ""] = await readdir(keysFolder());
    expect(await readdir(keysFolder())).toHaveLength(1);
    expect((await stat(join(keysFolder(), name))).mode & 0o777).toBe(0o600);
    expect((await stat(keysFolder())).mode & 0o777).toBe(0o700);
  });

  test.each([
    ["manifest", "Ed25519", 64],
    ["wacz", "ECDSA-P384", 96],
  ] as const)("of purpose %s sign with %s", async (purpose, algorithm, length) => {
    const key = await openKey(purpose);
    const signature = key.sign(bytes);
    expect(key).toMatchObject({ algorithm, fingerprint: keyFingerprint(key.publicKeySpki) });
    expect(signature).toHaveLength(length);
    const claim = { algorithm, publicKeySpki: key.publicKeySpki, signature };
    expect(signatureHolds({ ...claim, bytes })).toBe(true);
    expect(signatureHolds({ ...claim, bytes: Buffer.from("a Manifest") })).toBe(false);
    expect(signatureHolds({ ...claim, bytes, signature: signature.subarray(1) })).toBe(false);
  });

  test("keep their private halves out of the database and enter the custody log", async () => {
    const [name = ""] = await readdir(keysFolder());
    const pem = await readFile(join(keysFolder(), name), "utf8");
    const secret = pem.split("\n")[1] ?? "";
    const rows = JSON.stringify([await db().signingKey.findMany(), await db().custodyEvent.findMany()], (_, value) =>
      typeof value === "bigint" ? value.toString() : value,
    );
    expect(secret.length).toBeGreaterThan(40);
    expect(rows).not.toContain(secret);
    const events = await db().custodyEvent.findMany({ orderBy: { seq: "asc" } });
    expect(events.map((event) => event.action)).toEqual(["key.created", "key.created"]);
    const plain = events.map((event) => ({ ...event, seq: event.seq.toString(), at: event.at.toISOString() }));
    expect(findChainBreak(plain)).toBeUndefined();
  });

  test("whose file is gone or holds something else are missed out loud, and no new one is made", async () => {
    const { fingerprint } = await openKey("manifest");
    const path = join(keysFolder(), `manifest-${fingerprint}.pem`);
    const pem = await readFile(path);
    const isMissed = expect.objectContaining({ code: "key_missing", message: expect.stringContaining(fingerprint) });
    await writeFile(path, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    await expect(openKey("manifest")).rejects.toThrow(isMissed);
    await rm(path);
    await expect(openKey("manifest")).rejects.toThrow(isMissed);
    expect(await db().signingKey.count({ where: { purpose: "manifest" } })).toBe(1);
    await writeFile(path, pem, { mode: 0o600 });
    await expect(openKey("manifest")).resolves.toMatchObject({ fingerprint });
  });
});
