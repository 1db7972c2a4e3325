import { createHash, randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { buildTimestampRequest } from "#lib/core/evidence/timestamps/build-request";
import type { TrustedRoots } from "#lib/core/evidence/timestamps/token-check";
import { type TokenQuestion, verifyToken } from "#lib/core/evidence/timestamps/verify-token";
import {
  certificateDer,
  type Identity,
  makeCertificate,
  TIME_STAMPING,
} from "#lib/demo/timestamp-authority/make-certificate";
import { makeReply, type ReplyWishes } from "#lib/demo/timestamp-authority/make-reply";

const imprintSha256 = createHash("sha256").update("a manifest").digest("hex");
const nonce = randomBytes(16);
const now = new Date();
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);

let root: Identity;
let middle: Identity;
let signer: Identity;
let roots: TrustedRoots;

beforeAll(async () => {
  root = await makeCertificate({ name: "Test root", validFrom: daysAgo(30) });
  middle = await makeCertificate({ name: "Test intermediate", issuer: root, validFrom: daysAgo(30) });
  signer = await makeCertificate({ name: "Test authority", issuer: middle, extendedKeyUsages: [TIME_STAMPING] });
  roots = { certificates: [certificateDer(root)], ifUnknown: "fails" };
});

async function reply(wishes: Partial<ReplyWishes> = {}, asked = { imprintSha256, nonce }): Promise<Buffer> {
  const query = buildTimestampRequest(asked.imprintSha256, asked.nonce);
  return makeReply(query, { signer, between: [middle], at: now, ...wishes });
}

const check = (tokenDer: Uint8Array, wishes: Partial<TokenQuestion> = {}) =>
  verifyToken({ tokenDer, imprintSha256, roots, nonce, notBefore: now, notAfter: now, ...wishes });

async function notHolding(tokenDer: Uint8Array, wishes: Partial<TokenQuestion> = {}) {
  const { checks } = await check(tokenDer, wishes);
  return checks.filter(({ state }) => state !== "holds").map(({ check: name, state, reason }) => [name, state, reason]);
}

const signedBy = (wishes: Parameters<typeof makeCertificate>[0]) =>
  makeCertificate({ issuer: middle, extendedKeyUsages: [TIME_STAMPING], ...wishes });

describe("a timestamp token", () => {
  test("of the right authority over our hash holds in every respect", async () => {
    const result = await check(await reply());
    expect(result.checks.map(({ check: name, state }) => [name, state])).toEqual(
      ["form", "imprint", "nonce", "signer", "purpose", "signature", "validity", "chain", "time"].map((name) => [
        name,
        "holds",
      ]),
    );
    expect(result).toMatchObject({
      state: "holds",
      facts: {
        imprintSha256,
        nonceHex: nonce.toString("hex").replace(/^(00)+/, ""),
        signerName: "CN=Test authority",
        rootName: "CN=Test root",
        accuracyMs: 1_000,
      },
    });
    expect(result.facts?.stampedAt.getTime()).toBe(now.getTime());
  });

  test("over another hash, or for another question, is refused for exactly that", async () => {
    const other = createHash("sha256").update("another").digest("hex");
    expect(await notHolding(await reply({}, { imprintSha256: other, nonce }))).toEqual([
      ["imprint", "fails", "other_imprint"],
    ]);
    expect(await notHolding(await reply({}, { imprintSha256, nonce: randomBytes(16) }))).toEqual([
      ["nonce", "fails", "other_nonce"],
    ]);
  });

  test.each([
    ["for web servers", { extendedKeyUsages: ["1.3.6.1.5.5.7.3.1"] }],
    ["for timestamps and something else", { extendedKeyUsages: [TIME_STAMPING, "1.3.6.1.5.5.7.3.1"] }],
    ["that only suggests its purpose", { isUsageCritical: false }],
  ])("by a certificate %s is refused", async (_, wishes) => {
    const token = await reply({ signer: await signedBy({ name: "Wrong purpose", ...wishes }) });
    expect(await notHolding(token)).toEqual([["purpose", "fails", "wrong_purpose"]]);
  });

  test("by an expired certificate fails, and the same certificate's older token goes on holding", async () => {
    const expired = await signedBy({ name: "Expired", validFrom: daysAgo(20), validTo: daysAgo(10) });
    expect(await notHolding(await reply({ signer: expired }))).toEqual([
      ["validity", "fails", "not_valid_then"],
      ["chain", "fails", "broken_chain"],
    ]);
    const [at, then] = [daysAgo(15), { notBefore: daysAgo(15), notAfter: undefined }];
    expect(await notHolding(await reply({ signer: expired, at }), then)).toEqual([]);
  });

  test("whose signature names another certificate is refused", async () => {
    const other = await signedBy({ name: "Other" });
    expect(await notHolding(await reply({ named: other }))).toEqual([["signer", "fails", "other_signer"]]);
  });

  test("from the future or from long before the thing it stamps is implausible", async () => {
    for (const direction of [-1, 1]) {
      const token = await reply({ at: new Date(now.getTime() + direction * 600_000) });
      expect(await notHolding(token)).toEqual([["time", "fails", "implausible_time"]]);
    }
  });

  test("of a stranger's root fails when roots were named, and is not checked when none were", async () => {
    const stranger = await makeCertificate({ name: "Stranger" });
    const token = await reply({
      signer: await makeCertificate({ name: "His", issuer: stranger, extendedKeyUsages: [TIME_STAMPING] }),
      between: [stranger],
    });
    expect(await notHolding(token)).toEqual([["chain", "fails", "unknown_root"]]);
    expect(await notHolding(token, { roots: { certificates: [], ifUnknown: "could_not" } })).toEqual([
      ["chain", "could_not", "no_root"],
    ]);
  });

  test("signed by something that is no authority's certificate does not chain", async () => {
    const leafAsIssuer = await makeCertificate({ name: "X", issuer: signer, extendedKeyUsages: [TIME_STAMPING] });
    expect(await notHolding(await reply({ signer: leafAsIssuer, between: [signer, middle] }))).toEqual([
      ["chain", "fails", "unknown_root"],
    ]);
  });

  test("that is a page of HTML, nothing, cut, or has something behind its end is unreadable", async () => {
    const token = await reply();
    for (const bytes of [
      Buffer.from("<html><body>502 Bad Gateway</body></html>"),
      Buffer.alloc(0),
      token.subarray(0, token.length - 7),
      Buffer.concat([token, Buffer.from([0])]),
      randomBytes(400),
    ]) {
      expect(await notHolding(bytes)).toEqual([["form", "fails", "unreadable"]]);
    }
  });

  test("with any byte of what is signed, or of the signature, flipped does not hold", async () => {
    const token = await reply();
    const imprint = token.indexOf(Buffer.from(imprintSha256, "hex"));
    // What is stamped, and the signature's own bytes at the end. Between them stand bytes that nothing is signed by (the
    // form of the algorithm's parameters): the file's own hash in the archive covers those.
    const places = [...range(imprint - 20, imprint + 70, 3), ...range(token.length - 60, token.length, 3)];
    for (const at of places) {
      const flipped = Buffer.from(token);
      flipped[at] = (flipped[at] ?? 0) ^ 0x01;
      const { state } = await check(flipped);
      // A byte in the name of the algorithm makes one that nobody knows: then the signature could not be checked.
      expect([at, state]).not.toEqual([at, "holds"]);
    }
  });
});

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);
}
