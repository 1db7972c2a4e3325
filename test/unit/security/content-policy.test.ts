import { describe, expect, test } from "vitest";
import { contentPolicy, evidenceOriginAtAnyPort } from "#lib/core/security/content-policy";

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split("; ").map((directive) => {
      const [name = "", ...values] = directive.split(" ");
      return [name, values];
    }),
  );
}

describe("the policy of our own pages", () => {
  const evidenceOrigins = ["https://evidence.example.org"];

  test("with a nonce no other inline script runs", () => {
    const scripts = directives(contentPolicy({ nonce: "abc", evidenceOrigins })).get("script-src");
    expect(scripts).toEqual(["'self'", "'nonce-abc'"]);
  });

  test("evaluating code is allowed in development only", () => {
    expect(contentPolicy({ evidenceOrigins })).not.toContain("unsafe-eval");
    expect(contentPolicy({ evidenceOrigins, isDevelopment: true })).toContain("'unsafe-eval'");
  });

  test("nobody frames the pages, and they frame captured files only", () => {
    const policy = directives(contentPolicy({ evidenceOrigins }));
    expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
    expect(policy.get("frame-src")).toEqual(["'self'", ...evidenceOrigins]);
    expect(policy.get("object-src")).toEqual(["'none'"]);
    expect(directives(contentPolicy({ evidenceOrigins: [] })).get("frame-src")).toEqual(["'self'"]);
  });

  test("scripts never come from the evidence origin", () => {
    for (const name of ["default-src", "script-src", "connect-src", "worker-src"]) {
      expect(directives(contentPolicy({ nonce: "n", evidenceOrigins })).get(name)).not.toContain(evidenceOrigins[0]);
    }
  });
});

test.each([
  [undefined, "http://evidence.localhost:*"],
  ["http://evidence.localhost:3102", "http://evidence.localhost:*"],
  ["https://proof.example.org/", "https://proof.example.org:*"],
])("%j is the evidence origin %s at any port", (origin, expected) => {
  expect(evidenceOriginAtAnyPort(origin)).toBe(expected);
});
