import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureCredentialsKey } from "#lib/adapters/keys/credentials-key";
import { keysFolder } from "#lib/adapters/keys/private-key-files";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { addCredential } from "#lib/services/platforms/add-credential";
import { listCredentials } from "#lib/services/platforms/list-credentials";
import { openAccess } from "#lib/services/platforms/open-access";
import { revokeCredential } from "#lib/services/platforms/revoke-credential";
import { buildPerson } from "#test/builders/person";

const TOKEN = "AAAAAAAAAAAAAAAAAAAAAMadeUpForTests%2BnotARealToken%3DabcdefghijklmnopqrstuvwxyzcE3F";
const keyPath = () => join(keysFolder(), "credentials.key");
const bearer = (secret = TOKEN) => ({ platform: "x", kind: "bearer_token", label: "Desk account", secret });

let admin: Actor;
beforeAll(async () => {
  admin = await buildPerson({ role: "admin" });
});

describe("the key of stored access", () => {
  test("is made once however many ask at once, and only its owner may read it", async () => {
    const keys = await Promise.all(Array.from({ length: 12 }, () => ensureCredentialsKey()));
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
    expect((await stat(keyPath())).mode & 0o777).toBe(0o600);
    expect((await stat(keysFolder())).mode & 0o077).toBe(0);
  });

  test("that is damaged is never overwritten", async () => {
    const before = await readFile(keyPath());
    await writeFile(keyPath(), "half a k");
    await expect(ensureCredentialsKey()).rejects.toMatchObject({ code: "storage_failed" });
    expect(await readFile(keyPath(), "utf8")).toBe("half a k");
    await writeFile(keyPath(), before);
  });
});

describe("stored access", () => {
  test("opens for captures; neither the database nor a list nor the custody log holds the secret", async () => {
    const { id } = await addCredential(admin, bearer(`Bearer ${TOKEN}\n`));
    const access = await openAccess({ platform: "x", kind: "bearer_token" });
    expect(access).toMatchObject({ id, label: "Desk account", secret: { token: TOKEN } });
    const row = await db().platformCredential.findUniqueOrThrow({ where: { id } });
    const listed = await listCredentials(admin);
    const events = await db().custodyEvent.findMany({ where: { subjectId: id } });
    expect(listed).toMatchObject([{ id, label: "Desk account", hint: "…cE3F", problem: null, addedBy: admin.name }]);
    expect(events.map(({ action }) => action)).toEqual(["credential.added"]);
    const everything = JSON.stringify([listed, events.map(({ details }) => details)]);
    expect(everything).not.toContain(TOKEN.slice(0, 30));
    expect(everything).not.toContain(TOKEN.slice(-12));
    expect(Buffer.from(row.sealed).includes(TOKEN.slice(0, 16))).toBe(false);
  });

  test("is for admins only", async () => {
    const editor = await buildPerson({ role: "publisher" });
    await expect(addCredential(editor, bearer())).rejects.toMatchObject({ code: "not_allowed" });
    await expect(listCredentials(editor)).rejects.toMatchObject({ code: "not_allowed" });
    const [{ id } = { id: "" }] = await listCredentials(admin);
    await expect(revokeCredential(editor, id)).rejects.toMatchObject({ code: "not_allowed" });
  });

  test.each([
    [bearer("short"), { secret: "not_a_token" }],
    [bearer("two words are no token at all"), { secret: "not_a_token" }],
    [{ ...bearer(), label: " " }, { label: "required" }],
    [{ ...bearer(), kind: "session_cookies" }, { secret: "not_cookies" }],
    [{ ...bearer(), platform: "demo_square" }, { kind: "no_such_kind" }],
  ])("%j is refused at its field", async (input, fields) => {
    await expect(addCredential(admin, input)).rejects.toMatchObject({ code: "bad_input", details: { fields } });
  });

  test("of another row, or with one byte changed, does not open", async () => {
    const one = await addCredential(admin, bearer());
    const other = await addCredential(admin, bearer(TOKEN.replace("MadeUp", "MadeOver")));
    const row = await db().platformCredential.findUniqueOrThrow({ where: { id: other.id } });
    await db().platformCredential.update({ where: { id: one.id }, data: { sealed: row.sealed } });
    const wish = { platform: "x", kind: "bearer_token" } as const;
    await expect(openAccess({ ...wish, credentialId: one.id })).rejects.toMatchObject({ code: "credential_damaged" });
    const flipped = new Uint8Array(row.sealed);
    flipped[20] = (flipped[20] ?? 0) ^ 1;
    await db().platformCredential.update({ where: { id: other.id }, data: { sealed: flipped } });
    await expect(openAccess({ ...wish, credentialId: other.id })).rejects.toMatchObject({ code: "credential_damaged" });
    const listed = await listCredentials(admin);
    expect(listed.filter(({ problem }) => problem === "credential_damaged")).toHaveLength(2);
    for (const { id } of [one, other]) await revokeCredential(admin, id);
  });

  test("says so when its key is missing or another one, and no new key is made by opening", async () => {
    const kept = await readFile(keyPath());
    const wish = { platform: "x", kind: "bearer_token" } as const;
    await rm(keyPath());
    await expect(openAccess(wish)).rejects.toMatchObject({ code: "credential_key_missing" });
    expect(await listCredentials(admin)).toMatchObject([{ problem: "credential_key_missing", hint: null }]);
    await expect(stat(keyPath())).rejects.toMatchObject({ code: "ENOENT" });
    await mkdir(keysFolder(), { recursive: true });
    await ensureCredentialsKey();
    await expect(openAccess(wish)).rejects.toMatchObject({ code: "credential_key_missing" });
    await writeFile(keyPath(), kept);
    await expect(openAccess(wish)).resolves.toMatchObject({ label: "Desk account" });
  });

  test("once revoked is gone: its secret too, and a second time there is nothing", async () => {
    const [{ id } = { id: "" }] = await listCredentials(admin);
    await revokeCredential(admin, id);
    const row = await db().platformCredential.findUniqueOrThrow({ where: { id } });
    expect(row.sealed).toHaveLength(0);
    expect(row.revokedAt).not.toBeNull();
    await expect(revokeCredential(admin, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(openAccess({ platform: "x", kind: "bearer_token" })).rejects.toMatchObject({
      code: "credential_missing",
    });
    const actions = await db().custodyEvent.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });
    expect(actions.map(({ action }) => action)).toEqual(["credential.added", "credential.revoked"]);
  });
});
