import { AppError, type ErrorCode } from "#lib/errors";

/** Chromium's reasons for not getting an answer, and what they mean to us. Others are not worth a retry. */
const CODES: [pattern: RegExp, code: ErrorCode][] = [
  [/ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED/, "host_unknown"],
  [/ERR_(TIMED_OUT|CONNECTION_TIMED_OUT)/, "capture_timeout"],
  [
    /ERR_(CONNECTION|ADDRESS_UNREACHABLE|INTERNET_DISCONNECTED|NETWORK|EMPTY_RESPONSE|PROXY|TUNNEL|SOCKET|SSL|HTTP2|QUIC)/,
    "connection_failed",
  ],
  [/ERR_(CERT|BAD_SSL)/, "connection_failed"],
];

/**
 * Turns the error text of a navigation into one of ours; undefined when the browser got an answer
 * that is no page (a download, a response that was cut): that is a result, not a failure.
 */
export function navigationError(text: string, url: string): AppError | undefined {
  for (const [pattern, code] of CODES) {
    if (pattern.test(text)) return new AppError(code, `${url}: ${text}`, { browserError: text });
  }
  return undefined;
}
