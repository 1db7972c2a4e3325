import { expect, test } from "vitest";
import { requestAddress } from "#lib/auth/request-address";

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["1.1.1.1, 203.0.113.9", "203.0.113.9"],
  ["203.0.113.9:4711", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"],
  ["[2001:db8:1:2:bbbb::1]:443", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
  ["nonsense", "unknown"],
  ["", "unknown"],
])("%s counts as %s", (header, expected) => {
  expect(requestAddress(new Headers({ "x-forwarded-for": header }))).toBe(expected);
});

test("without the header the address is unknown", () => {
  expect(requestAddress(new Headers())).toBe("unknown");
});
