import { expect, test } from "vitest";
import { truncationOf } from "#lib/core/archive/is-whole";

const answer = { method: "GET", status: 200, bytes: 0, announced: null, isRedirect: false, error: null };

test.each([
  ["an end as announced", { bytes: 9, announced: 9 }, null],
  ["no announcement and a proper end", { bytes: 9 }, null],
  ["fewer bytes than announced", { bytes: 3, announced: 9 }, "disconnect"],
  ["a connection that broke", { bytes: 3, error: "net::ERR_INCOMPLETE_CHUNKED_ENCODING" }, "disconnect"],
  ["a load that went on when the recording ended", { bytes: 3, error: "unfinished" }, "time"],
  ["a load that a limit refused", { error: "net::ERR_BLOCKED_BY_CLIENT" }, "length"],
  ["a load that the page gave up", { bytes: 3, error: "net::ERR_ABORTED" }, "unspecified"],
  ["an aborted load that had everything", { bytes: 9, announced: 9, error: "net::ERR_ABORTED" }, null],
  ["a redirect with a body, which browsers drop", { isRedirect: true, announced: 20 }, "unspecified"],
  ["a redirect without one", { isRedirect: true, status: 302 }, null],
  ["an error status with nothing behind it", { status: 404, error: "net::ERR_HTTP_RESPONSE_CODE_FAILURE" }, null],
  ["an answer to HEAD", { method: "HEAD", announced: 9, error: "net::ERR_ABORTED" }, null],
  ["a status without a body", { status: 204, error: "net::ERR_ABORTED" }, null],
])("%s", (_, facts, truncation) => {
  expect(truncationOf({ ...answer, ...facts })).toBe(truncation);
});
