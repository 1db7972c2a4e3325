import { afterAll, describe, expect, test } from "vitest";
import { closeDb } from "#lib/data/client";
import { env, setEnv } from "#lib/env";
import { readKeyList } from "#lib/schemas/key-list";
import { openKey } from "#lib/services/keys/open-key";
import { rotateKey } from "#lib/services/keys/rotate-key";
import { GET } from "../../../app/.well-known/daleel-keys.json/route";

describe("/.well-known/daleel-keys.json", () => {
  const { DATABASE_URL } = env();
  afterAll(async () => {
    await closeDb();
    setEnv({ DATABASE_URL });
  });

  test("lists every key there ever was, for any page and any cache, and never a private half", async () => {
    const first = await openKey("manifest");
    await rotateKey(null, { purpose: "manifest" });
    const second = await openKey("manifest");
    const response = await GET();
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("cache-control")).toMatch(/^public, max-age=\d+/);
    const text = await response.text();
    expect(text).not.toContain("PRIVATE");
    const keys = readKeyList(text);
    expect(keys).toMatchObject([
      { fingerprint: second.fingerprint, retiredAt: null },
      { fingerprint: first.fingerprint, retiredAt: expect.any(Date) },
    ]);
    expect(JSON.parse(text).keys[0].publicKeyPem).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
  });

  test("stays while the database is down", async () => {
    await closeDb();
    setEnv({ DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" });
    const response = await GET();
    expect(response.status).toBe(200);
    expect(readKeyList(await response.text())).toHaveLength(2);
  });
});
