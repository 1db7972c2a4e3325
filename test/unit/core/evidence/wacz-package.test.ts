import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { KnownKey } from "#lib/core/evidence/checks/check-signature";
import { checkWaczPackage, type WaczMember } from "#lib/core/evidence/checks/wacz-package";

const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });
const publicKeySpki = publicKey.export({ format: "der", type: "spki" });
const span = { from: new Date("2026-11-01T00:00:00Z"), to: new Date("2026-11-02T00:00:00Z") };
const key: KnownKey = {
  purpose: "wacz",
  algorithm: "ECDSA-P384",
  publicKeySpki,
  fingerprint: sha256(publicKeySpki),
  createdAt: new Date("2026-10-01T00:00:00Z"),
  retiredAt: null,
};

const member = (path: string, content: string): WaczMember => ({
  path,
  sha256: sha256(content),
  bytes: content.length,
  crcHolds: true,
});

/** A WACZ as wacz-auth 0.1.0 signs it: ECDSA over the text of the hash, raw r and s. */
function build(changes: { members?: WaczMember[]; signedText?: string } = {}) {
  const files = [member("archive/data.warc.gz", "warc"), member("pages/pages.jsonl", "pages")];
  const resources = files.map(({ path, sha256: hash, bytes }) => ({ path, hash: `sha256:${hash}`, bytes }));
  const packageJson = Buffer.from(JSON.stringify({ profile: "data-package", resources }));
  const hash = `sha256:${sha256(packageJson)}`;
  const text = Buffer.from(changes.signedText ?? hash);
  const signature = sign("sha256", text, { key: privateKey, dsaEncoding: "ieee-p1363" }).toString("base64");
  const signedData = { hash, signature, publicKey: publicKeySpki.toString("base64") };
  const digestJson = Buffer.from(JSON.stringify({ path: "datapackage.json", hash, signedData }));
  const own = [member("datapackage.json", packageJson.toString()), member("datapackage-digest.json", "digest")];
  return { members: [...(changes.members ?? files), ...own], packageJson, digestJson };
}

const failing = (contents: ReturnType<typeof build>, keys: KnownKey[] | null = [key]) =>
  checkWaczPackage("a.wacz", contents, keys, span)
    .filter(({ state }) => state !== "holds")
    .map(({ subject, detail }) => [subject, detail]);

describe("checkWaczPackage", () => {
  test("holds when everything is as it says", () => {
    expect(failing(build())).toEqual([]);
  });

  test("names a member that was changed, added or taken out, also where the zip was made anew", () => {
    const [warc, pages] = [member("archive/data.warc.gz", "warc"), member("pages/pages.jsonl", "pages")];
    expect(failing(build({ members: [member("archive/data.warc.gz", "forged"), pages] }))).toEqual([
      ["a.wacz!archive/data.warc.gz", "wacz_member_changed"],
    ]);
    expect(failing(build({ members: [warc, pages, member("extra.txt", "x")] }))).toEqual([
      ["a.wacz!extra.txt", "wacz_member_unlisted"],
    ]);
    expect(failing(build({ members: [warc] }))).toEqual([["a.wacz!pages/pages.jsonl", "wacz_member_missing"]]);
  });

  test("names the digest file when its hash or signature does not fit", () => {
    const other = build();
    const digest = "a.wacz!datapackage-digest.json";
    expect(failing({ ...other, packageJson: Buffer.from(`${other.packageJson} `) })).toEqual([
      [digest, "wacz_digest_wrong"],
    ]);
    expect(failing(build({ signedText: "sha256:another" }))).toEqual([[digest, "wacz_signature_wrong"]]);
  });

  test("a key that was not the newsroom's at that time fails; without a list of keys nothing is said to hold", () => {
    const digest = "a.wacz!datapackage-digest.json";
    expect(failing(build(), [])).toEqual([[digest, "wacz_key_unknown"]]);
    expect(failing(build(), [{ ...key, createdAt: new Date("2027-01-01T00:00:00Z") }])).toEqual([
      [digest, "wacz_key_unknown"],
    ]);
    expect(failing(build(), [{ ...key, retiredAt: new Date("2026-12-01T00:00:00Z") }])).toEqual([]);
    expect(failing(build(), null)).toEqual([[digest, "wacz_signature_no_keys"]]);
  });
});
