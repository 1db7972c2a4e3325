import fc from "fast-check";
import { expect, test } from "vitest";
import { compareWithManifest } from "#lib/core/evidence/compare-manifest";

const file = (name: string, sha256 = "a") => ({ name, role: "text", sha256, bytes: 1, mediaType: "text/plain" });

test("every name of both sides is answered, and all are listed exactly when both sides are the same", () => {
  const sides = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"));
  fc.assert(
    fc.property(sides, sides, (recorded, listed) => {
      const matches = compareWithManifest(
        recorded.map((name) => file(name)),
        listed.map((name) => file(name)),
      );
      expect([...matches.keys()].sort()).toEqual([...new Set([...recorded, ...listed])].sort());
      const isSame = recorded.toSorted().join() === listed.toSorted().join();
      expect([...matches.values()].every((match) => match === "listed")).toBe(isSame);
    }),
  );
});

test.each([
  ["hash", { sha256: "b" }],
  ["size", { bytes: 2 }],
  ["type", { mediaType: "text/html" }],
  ["role", { role: "dom_html" }],
])("another %s differs", (_, change) => {
  expect(compareWithManifest([{ ...file("x"), ...change }], [file("x")]).get("x")).toBe("differs");
});
