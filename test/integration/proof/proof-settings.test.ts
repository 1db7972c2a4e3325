import { beforeAll, describe, expect, test } from "vitest";
import { setEnv } from "#lib/env";
import { getProofSettings } from "#lib/services/proof/get-proof-settings";
import { askAgain } from "#lib/services/timestamps/ask-again";
import { drainTimestamps } from "#lib/services/timestamps/drain-timestamps";
import { buildCapture } from "#test/builders/capture";
import { buildPerson } from "#test/builders/person";
import { startTestAuthority, type TestAuthority } from "#test/setup/timestamp-authority";

describe("the proof settings", () => {
  let authority: TestAuthority;
  beforeAll(async () => {
    authority = await startTestAuthority();
    return authority.stop;
  });
  const configure = (roots: string | undefined) =>
    setEnv({ TIMESTAMP_AUTHORITIES: `${authority.url},https://tsa.example.org`, TIMESTAMP_ROOTS: roots });

  test("are for admins", async () => {
    for (const role of ["editor", "publisher"] as const) {
      const person = await buildPerson({ role });
      await expect(getProofSettings(person)).rejects.toMatchObject({ code: "not_allowed" });
      await expect(askAgain(person)).rejects.toMatchObject({ code: "not_allowed" });
    }
  });

  test("show what waits and why, and asking again brings it at once", async () => {
    const admin = await buildPerson({ role: "admin" });
    setEnv({ TIMESTAMP_AUTHORITIES: authority.url, TIMESTAMP_ROOTS: authority.rootPath });
    authority.answerWith(async (_, response) => void response.writeHead(503).end());
    await buildCapture();
    await drainTimestamps();
    const before = await getProofSettings(admin);
    expect(before.roots).toEqual({ kind: "named" });
    expect(before.keys).toMatchObject([{ purpose: "manifest", isMissing: false }]);
    expect(before.authorities).toMatchObject([
      {
        authority: authority.url,
        isInSettings: true,
        isLocal: true,
        granted: 0,
        pending: 1,
        problem: { code: "http_status", detail: "503" },
      },
    ]);
    expect(new Date(before.authorities[0]?.nextTryAt ?? 0).getTime()).toBeGreaterThan(Date.now());
    authority.answerWith(undefined);
    expect(await drainTimestamps()).toBe(0);
    expect(await askAgain(admin)).toBe(1);
    expect(await drainTimestamps()).toBe(1);
    const after = await getProofSettings(admin);
    expect(after.authorities).toMatchObject([
      { granted: 1, pending: 0, problem: null, lastStampedAt: expect.any(String) },
    ]);
  });

  test("say when no root is named, and when a named one cannot be read", async () => {
    const admin = await buildPerson({ role: "admin" });
    configure(undefined);
    expect((await getProofSettings(admin)).roots).toEqual({ kind: "node" });
    configure("/no/such/root.pem");
    expect((await getProofSettings(admin)).roots).toMatchObject({
      kind: "wrong",
      message: expect.stringContaining("/no/such/root.pem"),
    });
    await expect(drainTimestamps()).rejects.toMatchObject({ code: "bad_settings" });
  });
});
