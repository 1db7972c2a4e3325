import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeSecretGuard, REDACTED } from "#lib/core/security/secret-guard";

const SECRET = 'f3a9/K+q="&<z1%20é7';
const guard = makeSecretGuard([SECRET]);
const bytes = (text: string) => Buffer.from(text, "utf8");

describe("secret guard", () => {
  test.each([
    ["itself", SECRET],
    ["in an address", encodeURIComponent(SECRET)],
    ["in an address, lower case", encodeURIComponent(SECRET).replace(/%../g, (part) => part.toLowerCase())],
    ["in an address inside an address", encodeURIComponent(encodeURIComponent(SECRET))],
    ["unescaped", decodeURIComponent(SECRET)],
    ["in JSON", JSON.stringify({ token: SECRET })],
    ["in HTML", SECRET.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")],
    ["in hex", bytes(SECRET).toString("hex")],
    ["in base64", bytes(SECRET).toString("base64")],
    ["in base64 of more", bytes(`x${SECRET}yz`).toString("base64")],
    ["in base64 of yet more", bytes(`xx${SECRET}`).toString("base64url")],
  ])("is found %s", (_, text) => {
    const page = `<p>before ${text} after</p>`;
    expect(guard.count(bytes(page))).toBe(1);
    const redacted = guard.redact(bytes(page));
    expect(redacted.count).toBe(1);
    expect(guard.count(redacted.bytes)).toBe(0);
    expect(Buffer.from(redacted.bytes).toString("utf8")).toMatch(/^<p>before .*secret removed.* after<\/p>$/s);
  });

  test("in UTF-16 too", () => {
    expect(guard.count(Buffer.from(`a ${SECRET} b`, "utf16le"))).toBe(1);
  });

  test("leaves everything else as it is, byte for byte", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        expect(guard.redact(noise)).toEqual({ bytes: noise, count: 0 });
      }),
    );
  });

  test("no secret survives, wherever and however often it stands", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 8, maxLength: 60 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.string(), { maxLength: 5 }),
        (secrets, between) => {
          const own = makeSecretGuard(secrets);
          const text = between.map((noise, i) => noise + (secrets[i % secrets.length] ?? "")).join("|");
          const { bytes: clean } = own.redact(bytes(text));
          for (const secret of secrets) {
            // A secret made of the replacement's own words cannot be told from it.
            if (REDACTED.includes(secret)) continue;
            expect(Buffer.from(clean).includes(bytes(secret))).toBe(false);
          }
        },
      ),
    );
  });

  test("values too short to be secrets are not looked for", () => {
    expect(makeSecretGuard(["en", "1"]).count(bytes("en 1 en"))).toBe(0);
  });
});
