import { type IncomingMessage, type ServerResponse, request as sendRequest } from "node:http";
import { pipeline } from "node:stream";
import { endToEndHeaders } from "#lib/adapters/net/hop-headers";
import { MAX_HEADER_BYTES, type ProxyContext } from "#lib/adapters/net/proxy-context";
import { dialForProxy } from "#lib/adapters/net/proxy-dial";
import { hostLine, noteRefusal } from "#lib/adapters/net/proxy-log";
import { hostAndPort } from "#lib/core/captures/address-policy";

/** Diagnostics (RFC 9110, 9.3.8) and tunnels have no business in a page. */
const REFUSED_METHODS: ReadonlySet<string> = new Set(["TRACE", "TRACK", "CONNECT"]);

/**
 * Answers a plain HTTP request in absolute form: sends it to the checked address on a connection of its own. What is
 * refused or fails ends without an answer, so that nothing of ours can pass for the site's.
 */
export async function forwardRequest(
  request: IncomingMessage,
  response: ServerResponse,
  context: ProxyContext,
): Promise<void> {
  const asked = request.url ?? "";
  const url = readTarget(asked);
  if (!url || REFUSED_METHODS.has(request.method ?? "")) {
    noteRefusal(context.log, url?.host ?? "(no host)", { url: asked, reason: "bad_address" });
    return void request.socket.destroy();
  }
  const host = hostAndPort(url);
  context.count(host, { requests: 1 });
  const upstream = await dialForProxy(url, asked, context);
  if (!upstream || request.socket.destroyed) {
    upstream?.destroy();
    return void request.socket.destroy();
  }
  upstream.on("data", (chunk: Buffer) => context.count(host, { down: chunk.length }));
  let bodyBytes = 0;
  request.on("data", (chunk: Buffer) => {
    bodyBytes += chunk.length;
    context.count(host, { up: chunk.length });
  });
  // The head of the request is on the wire too.
  upstream.once("close", () => context.count(host, { up: Math.max(0, upstream.bytesWritten - bodyBytes) }));
  const fail = (thrown: unknown) => {
    // A browser that lost interest is no problem of the server's.
    if (!request.socket.destroyed) hostLine(context.log, host).problem = String(thrown).slice(0, 300);
    upstream.destroy();
    request.socket.destroy();
  };
  try {
    const outgoing = sendRequest({
      createConnection: () => upstream,
      method: request.method ?? "GET",
      path: `${url.pathname}${url.search}`,
      headers: [...endToEndHeaders(request.rawHeaders, ["host"]), "Host", url.host, "Connection", "close"],
      maxHeaderSize: MAX_HEADER_BYTES,
    });
    outgoing.on("error", fail);
    // Nobody asked for another protocol: the header that asks is not passed on.
    outgoing.once("upgrade", () => fail("the server changes the protocol"));
    outgoing.once("response", (answer) => passOn(answer, response, context, fail));
    pipeline(request, outgoing, (problem) => problem && fail(problem));
    response.once("close", () => upstream.destroy());
  } catch (thrown) {
    fail(thrown);
  }
}

function passOn(
  answer: IncomingMessage,
  response: ServerResponse,
  context: ProxyContext,
  fail: (thrown: unknown) => void,
): void {
  const status = answer.statusCode ?? 502;
  if (status >= 300 && status < 400 && answer.headers.location) context.log.redirects++;
  try {
    response.sendDate = false;
    // Node then adds no Connection header of its own.
    response.removeHeader("connection");
    response.writeHead(status, answer.statusMessage ?? "", endToEndHeaders(answer.rawHeaders));
  } catch (thrown) {
    // A status line or a header that would not be one line: refused by Node, and an answer nobody should parse.
    fail(thrown);
    return;
  }
  pipeline(answer, response, (problem) => problem && fail(problem));
}

/** Only `http://host[:port]/…` with nothing hidden in it. */
function readTarget(asked: string): URL | undefined {
  if (!/^http:\/\//i.test(asked) || /[\s\\]/.test(asked)) return undefined;
  const url = URL.parse(asked);
  return url && url.username === "" && url.password === "" && url.hash === "" ? url : undefined;
}
