/** One header line, in the order and spelling in which it came. */
export type HttpHeader = [name: string, value: string];

/** Why a body is not whole; the words of WARC 1.1 §5.13. */
export type Truncation = "length" | "time" | "disconnect" | "unspecified";

/** What TLS said of the server that answered. */
export type TlsFacts = {
  protocol: string;
  cipher: string;
  issuer: string;
  subject: string;
  /** RFC 3339, UTC. */
  validFrom: string;
  validTo: string;
};

/** One request with its answer, as the browser reported them; the answer's body is kept apart. */
export type Exchange = {
  url: string;
  method: string;
  /** When the browser sent the request. */
  sentAt: Date;
  /** `document`, `image`, `fetch`, …: the browser's word for why it asked. */
  purpose: string;
  requestHeaders: HttpHeader[];
  requestBody: Uint8Array;
  status: number;
  statusText: string;
  responseHeaders: HttpHeader[];
  /** `http/1.1`, `h2`, `h3`; null when the browser did not say. */
  protocol: string | null;
  /** The address that answered, without a port; null when only the proxy knows it and did not say. */
  remoteAddress: string | null;
  tls: TlsFacts | null;
  /** Set when the body is not whole. */
  truncated: Truncation | null;
  /** The browser gave the body as text only, so its bytes were made anew in UTF-8. */
  isReencoded: boolean;
};
