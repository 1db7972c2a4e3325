import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "#lib/core/evidence/canonical-json";
import { buildManifest, type ManifestInput } from "#lib/core/evidence/manifest";

const artifact = (name: string) => ({ name, role: "text", sha256: "0".repeat(64), bytes: 1, mediaType: "text/plain" });

function input(wishes: Partial<ManifestInput> = {}): ManifestInput {
  return {
    captureId: "c",
    requestId: "r",
    source: {
      kind: "post",
      platform: "x",
      platformId: "1234567890123456789",
      canonicalUrl: "https://x.com/i/status/1",
    },
    way: "browser",
    requestedUrl: "https://x.com/i/status/1",
    finalUrl: "https://x.com/i/status/1",
    httpStatus: 200,
    outcome: "content",
    signals: [{ signal: "post_id", value: "1" }],
    limitsHit: [],
    endedBy: null,
    startedAt: "2026-11-23T12:00:00.000Z",
    finishedAt: "2026-11-23T12:00:05.000Z",
    signedBy: { algorithm: "Ed25519", fingerprint: "a".repeat(64) },
    artifacts: [artifact("b.txt"), artifact("a.txt")],
    ...wishes,
  };
}

describe("manifest", () => {
  test("names its form and version and is canonical JSON", () => {
    const text = buildManifest(input());
    const parsed = JSON.parse(text);
    expect(parsed).toMatchObject({ format: "daleel-capture-manifest", version: 2, captureId: "c" });
    expect(canonicalJson(parsed)).toBe(text);
  });

  test("does not depend on the order in which artifacts were made, nor on what else they carry", () => {
    const names = ["a.txt", "b.txt", "c.png", "د.html"];
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 4 }), (order) => {
        const artifacts = order.map((name) => ({ ...artifact(name), width: 5 }));
        expect(buildManifest(input({ artifacts }))).toBe(buildManifest(input({ artifacts: names.map(artifact) })));
      }),
    );
  });

  test("refuses two artifacts of one name", () => {
    expect(() => buildManifest(input({ artifacts: [artifact("a"), artifact("a")] }))).toThrow(TypeError);
  });
});
