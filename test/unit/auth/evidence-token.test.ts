import { beforeAll, describe, expect, test } from "vitest";
import { isEvidenceHost } from "#lib/auth/evidence-origin";
import { EVIDENCE_TOKEN_SECONDS, makeEvidenceToken, readEvidenceToken } from "#lib/auth/evidence-token";
import { env, setEnv } from "#lib/env";

const id = "0193f1a0-0000-7000-8000-000000000001";
const otherId = "0193f1a0-0000-7000-8000-000000000002";
const now = new Date("2026-01-01T00:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

beforeAll(() =>
  setEnv({ NEXTAUTH_SECRET: "unit-secret-unit-secret-unit-secret", EVIDENCE_ORIGIN: "http://evidence.localhost:3105" }),
);

describe("evidence permit", () => {
  test("opens one artifact for some minutes", () => {
    const token = makeEvidenceToken(id, now);
    expect(readEvidenceToken(token, later(1))).toBe(id);
    expect(readEvidenceToken(token, later(EVIDENCE_TOKEN_SECONDS - 1))).toBe(id);
    expect(readEvidenceToken(token, later(EVIDENCE_TOKEN_SECONDS))).toBeNull();
  });

  test("cannot be turned to another artifact, made longer, or made with another key", () => {
    const token = makeEvidenceToken(id, now);
    const [, expires = "", signature = ""] = token.split(".");
    expect(readEvidenceToken(token.replace(id, otherId), now)).toBeNull();
    expect(readEvidenceToken(token.replace(expires, String(Number(expires) + 1)), now)).toBeNull();
    expect(readEvidenceToken(`${id}.${expires}.${signature.slice(0, -2)}AA`, now)).toBeNull();
    setEnv({ NEXTAUTH_SECRET: "another-secret-another-secret-another" });
    const foreign = makeEvidenceToken(id, now);
    setEnv({ NEXTAUTH_SECRET: "unit-secret-unit-secret-unit-secret" });
    expect(readEvidenceToken(foreign, now)).toBeNull();
  });

  test.each(["", "..", "../../etc/passwd", `${id}.9999999999.`, `${id}.9999999999.${"A".repeat(43)}`, `${id}.1e99.x`])(
    "%j is none",
    (token) => expect(readEvidenceToken(token, now)).toBeNull(),
  );
});

describe("evidence host", () => {
  test.each([
    ["evidence.localhost:3105", true],
    ["EVIDENCE.localhost:3105", true],
    ["evidence.localhost", true],
    ["localhost:3105", false],
    ["evidence.localhost:3105.evil.example", false],
    [null, false],
  ])("%j: %j", (host, expected) => expect(isEvidenceHost(host)).toBe(expected));

  test("its name must begin so that the proxy knows it", () => {
    setEnv({ EVIDENCE_ORIGIN: "http://files.example.org" });
    expect(() => env()).toThrow(/EVIDENCE_ORIGIN/);
    setEnv({ EVIDENCE_ORIGIN: undefined });
    expect(isEvidenceHost("undefined")).toBe(false);
  });
});
