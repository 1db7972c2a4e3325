import { createHash } from "node:crypto";
import { canonicalJson } from "#lib/core/evidence/canonical-json";
import type { CaseSnapshot } from "#lib/schemas/case-snapshot";

/** A snapshot as it is stored (JSON has no `undefined`) and the SHA-256, in hex, of its canonical JSON. */
export function hashSnapshot(snapshot: CaseSnapshot): { stored: CaseSnapshot; sha256: string } {
  const stored = JSON.parse(JSON.stringify(snapshot)) as CaseSnapshot;
  return { stored, sha256: createHash("sha256").update(canonicalJson(stored), "utf8").digest("hex") };
}
