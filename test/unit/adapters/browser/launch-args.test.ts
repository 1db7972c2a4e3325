import { describe, expect, test } from "vitest";
import { launchArgs } from "#lib/adapters/browser/launch-args";
import { navigationError } from "#lib/adapters/browser/navigation-error";
import { readTar } from "#lib/adapters/browser/read-tar";

describe("launch arguments", () => {
  test("the GPU is off, colours are fixed, and the sandbox goes only when told", () => {
    const usual = launchArgs({ sandbox: true, userAgent: undefined });
    expect(usual).toEqual(expect.arrayContaining(["--disable-gpu", "--force-color-profile=srgb"]));
    expect(usual).not.toContain("--no-sandbox");
    expect(usual.some((arg) => /swiftshader|use-angle|disable-web-security|single-process/.test(arg))).toBe(false);
    expect(launchArgs({ sandbox: false, userAgent: "UA" })).toEqual(
      expect.arrayContaining(["--no-sandbox", "--user-agent=UA"]),
    );
  });
});

describe("navigation errors", () => {
  test.each([
    ["net::ERR_NAME_NOT_RESOLVED", "host_unknown"],
    ["net::ERR_CONNECTION_REFUSED", "connection_failed"],
    ["net::ERR_CERT_DATE_INVALID", "connection_failed"],
    ["net::ERR_TIMED_OUT", "capture_timeout"],
  ])("%s is %s", (text, code) => {
    expect(navigationError(text, "https://x.example/")?.code).toBe(code);
  });

  test("a download is a result, not a failure", () => {
    expect(navigationError("net::ERR_ABORTED", "https://x.example/")).toBeUndefined();
  });
});

describe("tar", () => {
  test("gives plain files with their bytes and stops at the end", () => {
    const header = Buffer.alloc(512);
    header.write("fonts/a.ttf", 0);
    header.write("00000000005\0", 124);
    header.write("0", 156);
    const body = Buffer.alloc(512);
    body.write("hello");
    const entries = [...readTar(Buffer.concat([header, body, Buffer.alloc(1024)]))];
    expect(entries.map(({ name, bytes }) => [name, bytes.toString()])).toEqual([["fonts/a.ttf", "hello"]]);
  });
});
