import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  headerLines,
  headerValue,
  parseHeaderText,
  recordedRequestHeaders,
  recordedResponseHeaders,
} from "#lib/core/archive/recorded-headers";

const url = new URL("https://news.example:8443/a");
const body = { bytes: 5, isReencoded: false, hasBody: true };

describe("headers of a record", () => {
  test("have no secrets, in any spelling, and name what was left out", () => {
    const { headers, redacted } = recordedRequestHeaders(
      [
        ["Cookie", "a"],
        ["AUTHORIZATION", "b"],
        ["x-csrf-token", "c"],
        ["Proxy-Authorization", "d"],
        ["accept", "*/*"],
      ],
      url,
    );
    expect(headers).toEqual([
      ["Host", "news.example:8443"],
      ["accept", "*/*"],
    ]);
    expect(redacted.toSorted()).toEqual(["authorization", "cookie", "proxy-authorization", "x-csrf-token"]);
  });

  test("have no pseudo headers of HTTP/2, and a Host made from the address", () => {
    const { headers } = recordedRequestHeaders(
      [
        [":authority", "news.example"],
        [":method", "GET"],
      ],
      url,
    );
    expect(headers).toEqual([["Host", "news.example:8443"]]);
  });

  test("fit a body that was decoded", () => {
    const { headers } = recordedResponseHeaders(
      [
        ["Content-Encoding", "br"],
        ["Transfer-Encoding", "chunked"],
        ["Content-Length", "3"],
      ],
      body,
    );
    expect(headers).toEqual([
      ["X-Orig-Content-Encoding", "br"],
      ["X-Orig-Transfer-Encoding", "chunked"],
      ["X-Orig-Content-Length", "3"],
      ["Content-Length", "5"],
    ]);
  });

  test("say the charset of a body whose bytes were made anew", () => {
    const { headers } = recordedResponseHeaders([["content-type", "text/html; charset=big5"]], {
      ...body,
      isReencoded: true,
    });
    expect(headerValue(headers, "content-type")).toBe("text/html; charset=utf-8");
    expect(headerValue(headers, "x-orig-content-type")).toBe("text/html; charset=big5");
  });

  test("never end a line that a server did not end", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 9 }), fc.string({ unit: "binary", maxLength: 30 })), { maxLength: 4 }),
        (lines) => {
          const { headers } = recordedResponseHeaders(lines, body);
          for (const [name, value] of headers)
            if (/[\r\n\0]|,,,/.test(`${name}${value}`)) throw new Error(`${name}: ${value}`);
        },
      ),
    );
  });
});

test("raw header text keeps order, repetitions and folded lines", () => {
  const text = "HTTP/1.1 200 OK\r\nB: 1\r\nA: x\r\n y\r\nB: 2:3\r\n\r\n";
  expect(parseHeaderText(text)).toEqual([
    ["B", "1"],
    ["A", "x y"],
    ["B", "2:3"],
  ]);
  expect(headerLines({ "set-cookie": "a\nb", c: "d" })).toEqual([
    ["set-cookie", "a"],
    ["set-cookie", "b"],
    ["c", "d"],
  ]);
});
