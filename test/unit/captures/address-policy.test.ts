import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkAddress, isPublicIp } from "#lib/core/captures/address-policy";

const judge = (address: string, allow: string[] = []) => {
  const verdict = checkAddress(new URL(address), allow);
  return verdict.ok ? "ok" : verdict.problem;
};

describe("private addresses in every spelling", () => {
  test.each([
    "http://127.0.0.1/",
    "http://127.1/",
    "http://0177.0.0.1/",
    "http://0x7f.0.0.1/",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://017700000001/",
    "http://０x7f.1/",
    "http://0/",
    "http://10.1.2.3/",
    "http://100.64.0.1/",
    "http://100.100.100.200/",
    "http://169.254.169.254/latest/meta-data",
    "http://172.16.0.1/",
    "http://192.168.0.1/",
    "http://192.0.2.1/",
    "http://198.18.0.1/",
    "http://203.0.113.5/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://168.63.129.16/",
    "http://[::]/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001::1]/",
    "http://[2001:db8::1]/",
    "http://[fc00::1]/",
    "http://[fd12:3456::1]/",
    "http://[fe80::1]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://app.localhost/",
    "http://printer.local/",
    "http://metadata.google.internal/",
    "http://intranet/",
    "http://nas.home.arpa/",
    "http://example..com/",
  ])("%s", (address) => {
    expect(judge(address)).toBe("private_address");
  });
});

test.each([
  "https://example.com/",
  "http://1.1.1.1/",
  "http://[2606:4700::1111]/",
  "wss://example.com/",
  "https://xn--mgbh0fb.example/",
])("%s is open", (address) => {
  expect(judge(address)).toBe("ok");
});

test("only web schemes, only web ports, no credentials", () => {
  expect(judge("ftp://example.com/")).toBe("scheme_refused");
  expect(judge("data:text/html,x")).toBe("scheme_refused");
  expect(judge("https://example.com:8443/")).toBe("port_refused");
  expect(judge("https://a:b@example.com/")).toBe("credentials_in_url");
});

test("the allow list is exact", () => {
  const allow = ["127.0.0.1:3139", "[::1]:3139", "evidence.localhost:80"];
  expect(judge("http://127.0.0.1:3139/p/1", allow)).toBe("ok");
  expect(judge("http://2130706433:3139/p/1", allow)).toBe("ok");
  expect(judge("http://[::1]:3139/", allow)).toBe("ok");
  expect(judge("http://evidence.localhost/", allow)).toBe("ok");
  expect(judge("http://127.0.0.1:3138/", allow)).toBe("private_address");
  expect(judge("http://127.0.0.11:3139/", allow)).toBe("private_address");
  expect(judge("http://x.127.0.0.1:3139.example.com/".replace(":3139", ""), allow)).toBe("ok");
});

test("an address of IPv4 and the same inside IPv6 are judged alike", () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPublicIp(`::ffff:${address}`)).toBe(isPublicIp(address));
    }),
  );
});

test("what is no IP address is not public", () => {
  fc.assert(fc.property(fc.string(), (text) => void isPublicIp(text)));
  expect(isPublicIp("example.com")).toBe(false);
  expect(isPublicIp("fe80::1%eth0")).toBe(false);
});
