import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sessionRules } from "#lib/core/platforms/access";
import { readCookies } from "#lib/core/platforms/read-cookies";

const rules = sessionRules("x", undefined);
if (!rules) throw new Error("X has sessions");
const NOW = 1_795_000_000;
const AUTH = "a".repeat(40);
const CT0 = "b".repeat(160);

const netscape = [
  "# Netscape HTTP Cookie File",
  "",
  `#HttpOnly_.x.com\tTRUE\t/\tTRUE\t${NOW + 1_000}\tauth_token\t${AUTH}`,
  `.x.com\tTRUE\t/\tTRUE\t0\tct0\t${CT0}`,
  ".elsewhere.example\tTRUE\t/\tTRUE\t0\tsid\tsecret-of-another-site",
].join("\r\n");
const json = [
  {
    name: "auth_token",
    value: AUTH,
    domain: ".x.com",
    path: "/",
    secure: true,
    httpOnly: true,
    expirationDate: NOW + 9.5,
  },
  { name: "ct0", value: CT0, domain: ".x.com", path: "/", secure: true, session: true },
  { name: "sid", value: "secret-of-another-site", domain: "elsewhere.example" },
];

describe("cookies as people have them", () => {
  test.each([
    ["cookies.txt", netscape],
    ["a JSON list", JSON.stringify(json)],
    ["a JSON state", JSON.stringify({ cookies: json, origins: [] })],
    ["a header", `Cookie: auth_token=${AUTH}; ct0=${CT0}`],
    ["one to a line", `auth_token=${AUTH}\nct0=${CT0}\n`],
  ])("%s: the platform's cookies and no others", (_, text) => {
    const read = readCookies(text, rules, NOW);
    if (!read.ok) throw new Error(read.problem);
    expect(read.cookies.map(({ name, value, domain }) => [name, value, domain])).toEqual([
      ["auth_token", AUTH, "x.com"],
      ["ct0", CT0, "x.com"],
    ]);
    expect(read.cookies.every(({ path, hostOnly }) => path === "/" && !hostOnly)).toBe(true);
  });

  test.each([
    ["", "not_cookies"],
    ["hello, these are my cookies", "not_cookies"],
    ["{}", "not_cookies"],
    ['[{"name":"sid","value":"12345678","domain":"notx.com"}]', "other_platform"],
    [`ct0=${CT0}`, "not_signed_in"],
    [netscape.replace(String(NOW + 1_000), String(NOW - 1)), "cookies_expired"],
    [`auth_token=; ct0=${CT0}`, "not_signed_in"],
  ])("%j is refused as %s", (text, problem) => {
    expect(readCookies(text, rules, NOW)).toEqual({ ok: false, problem });
  });

  test("never throws, and never takes a cookie of another site", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = readCookies(text, rules, NOW);
        if (read.ok) for (const { domain } of read.cookies) expect(domain).toMatch(/(^|\.)(x|twitter)\.com$/);
      }),
    );
  });
});
