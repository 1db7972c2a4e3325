import type { HttpHeader } from "#lib/core/archive/exchange";

/** Headers that can open a session. They are in no record; that they were there is noted beside it. */
const SECRETS: ReadonlySet<string> = new Set([
  "cookie",
  "set-cookie",
  "set-cookie2",
  "authorization",
  "proxy-authorization",
  "x-csrf-token",
  "x-guest-token",
]);

/** They describe the bytes on the wire; the browser gives the body after undoing them. */
const OF_THE_WIRE: ReadonlySet<string> = new Set(["content-encoding", "transfer-encoding"]);

export type RecordedHeaders = {
  headers: HttpHeader[];
  /** Lower-case names of what was left out, each once. */
  redacted: string[];
};

/**
 * The lines of a raw header block (`headersText` of the protocol), without its first line.
 * Folded lines (RFC 9110 calls them obsolete) are joined to the line before.
 */
export function parseHeaderText(text: string): HttpHeader[] {
  const headers: HttpHeader[] = [];
  for (const line of text.split(/\r?\n/).slice(1)) {
    const last = headers.at(-1);
    if (/^[ \t]/.test(line) && last) last[1] += ` ${line.trim()}`;
    else if (line.includes(":")) headers.push(splitLine(line));
  }
  return headers;
}

function splitLine(line: string): HttpHeader {
  const colon = line.indexOf(":");
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}

/** The protocol's header object as lines: a header that came several times is one value with line breaks there. */
export function headerLines(headers: Readonly<Record<string, string>>): HttpHeader[] {
  return Object.entries(headers).flatMap(([name, value]) => value.split("\n").map((one): HttpHeader => [name, one]));
}

/** The first value of a header, whatever its spelling. */
export function headerValue(headers: readonly HttpHeader[], name: string): string | undefined {
  return headers.find(([one]) => one.toLowerCase() === name)?.[1];
}

/**
 * A request's headers as they go into a record: no pseudo headers of HTTP/2, no secrets, `Host` filled in.
 * @param url the request's address.
 */
export function recordedRequestHeaders(headers: readonly HttpHeader[], url: URL): RecordedHeaders {
  const kept = withoutSecrets(headers);
  if (!headerValue(kept.headers, "host")) kept.headers.unshift(["Host", url.host]);
  return kept;
}

/**
 * A response's headers as they go into a record beside a body of this length that was decoded already:
 * what spoke of the wire's coding is renamed `X-Orig-…`, and `Content-Length` says the body's true length.
 */
export function recordedResponseHeaders(
  headers: readonly HttpHeader[],
  body: { bytes: number; isReencoded: boolean; hasBody: boolean },
): RecordedHeaders {
  const kept = withoutSecrets(headers);
  const lines = kept.headers.flatMap(([name, value]): HttpHeader[] => {
    const lower = name.toLowerCase();
    if (OF_THE_WIRE.has(lower)) return [[`X-Orig-${name}`, value]];
    if (lower === "content-length" && value !== String(body.bytes)) return [[`X-Orig-${name}`, value]];
    if (lower === "content-type" && body.isReencoded) {
      return [
        [`X-Orig-${name}`, value],
        [name, `${value.split(";")[0]}; charset=utf-8`],
      ];
    }
    return [[name, value]];
  });
  if (body.hasBody && headerValue(lines, "content-length") === undefined) {
    lines.push(["Content-Length", String(body.bytes)]);
  }
  return { headers: lines, redacted: kept.redacted };
}

function withoutSecrets(headers: readonly HttpHeader[]): RecordedHeaders {
  const redacted = new Set<string>();
  const kept = headers.filter(([name]) => {
    const lower = name.toLowerCase();
    if (SECRETS.has(lower)) redacted.add(lower);
    return !name.startsWith(":") && !SECRETS.has(lower) && /^[!#$%&'*+.^_`|~\w-]+$/.test(name);
  });
  return {
    headers: kept.map(([name, value]): HttpHeader => [plainName(name), oneLine(value)]),
    redacted: [...redacted],
  };
}

/** The library takes `WARC-…` for a field of the record wherever it stands, and refuses to write it twice. */
const plainName = (name: string) => (/^warc-/i.test(name) ? `X-Orig-${name}` : name);

/** No value may end its line. Three commas in a row would be read as several values by the library that writes records. */
const oneLine = (value: string) => value.replaceAll(/[\r\n\0]+/g, " ").replaceAll(/,(?=,,)/g, ", ");
