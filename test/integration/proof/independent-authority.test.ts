import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { storedPath } from "#lib/adapters/files/file-paths";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import { drainTimestamps } from "#lib/services/timestamps/drain-timestamps";
import { buildCapture } from "#test/builders/capture";
import { openssl, opensslVersion, unlessMissing } from "#test/setup/openssl";
import { startOpensslAuthority, startTestAuthority, type TestAuthority } from "#test/setup/timestamp-authority";

/** Two programs that know nothing of each other: tokens of openssl in our checks, tokens of ours in openssl's. */
describe(`tokens between openssl and Daleel${unlessMissing}`, () => {
  let ours: TestAuthority;
  let theirs: TestAuthority;

  beforeAll(async () => {
    if (!opensslVersion) return;
    [ours, theirs] = await Promise.all([startTestAuthority(), startOpensslAuthority()]);
    setEnv({
      TIMESTAMP_AUTHORITIES: `${ours.url},${theirs.url}`,
      TIMESTAMP_ROOTS: `${ours.rootPath},${theirs.rootPath}`,
    });
  });
  afterAll(() => Promise.all([ours?.stop(), theirs?.stop()]));

  test.runIf(opensslVersion)("hold on both sides, and not over another manifest", async () => {
    const capture = await buildCapture({ html: "one" });
    const other = await buildCapture({ html: "other" });
    expect(await drainTimestamps()).toBe(4);
    const requests = await db().timestampRequest.findMany({ where: { subjectId: capture.id } });
    expect(requests).toHaveLength(2);
    for (const { authority, tokenSha256 } of requests) {
      const { rootPath } = authority === ours.url ? ours : theirs;
      const check = (manifestSha256: string) =>
        openssl(
          ...["ts", "-verify", "-data", storedPath(manifestSha256), "-in", storedPath(tokenSha256 ?? "")],
          ...["-CAfile", rootPath],
        );
      const right = await check(capture.manifestSha256);
      expect(right.said).toContain("Verification: OK");
      expect(right.ok).toBe(true);
      expect((await check(other.manifestSha256)).said).toContain("message imprint mismatch");
    }
    const events = await db().custodyEvent.findMany({ where: { action: "capture.timestamped" } });
    expect(events.map(({ details }) => (details as { chain?: string }).chain)).toEqual(Array(4).fill("holds"));
  });
});
