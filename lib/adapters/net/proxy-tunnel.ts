import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { ProxyContext } from "#lib/adapters/net/proxy-context";
import { dialForProxy } from "#lib/adapters/net/proxy-dial";
import { noteRefusal } from "#lib/adapters/net/proxy-log";
import { hostAndPort } from "#lib/core/captures/address-policy";

/** `host:port` and nothing else: RFC 9112, 3.2.3. */
const AUTHORITY = /^(\[[0-9a-f:.]+\]|[^\s\\/?#@:%[\]]+):(\d{1,5})$/i;

/**
 * Answers a CONNECT: an opaque pipe to the checked address, for TLS and WebSockets. What goes through is counted only;
 * the browser checks the certificate itself.
 */
export async function openTunnel(
  request: IncomingMessage,
  client: Socket,
  head: Buffer,
  context: ProxyContext,
): Promise<void> {
  const asked = request.url ?? "";
  const url = readAuthority(asked);
  if (!url) {
    noteRefusal(context.log, asked.slice(0, 100), { url: asked, reason: "bad_address" });
    return refuse(client);
  }
  const host = hostAndPort(url);
  context.count(host, { requests: 1 });
  const upstream = await dialForProxy(url, asked, context);
  if (!upstream) return refuse(client);
  if (client.destroyed) return void upstream.destroy();
  client.on("data", (chunk: Buffer) => context.count(host, { up: chunk.length }));
  upstream.on("data", (chunk: Buffer) => context.count(host, { down: chunk.length }));
  client.once("close", () => upstream.destroy());
  upstream.once("close", () => client.destroy());
  client.setNoDelay(true);
  client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
  if (head.length > 0) {
    context.count(host, { up: head.length });
    upstream.write(head);
  }
  client.pipe(upstream).pipe(client);
}

/** The address of a tunnel in the one form that the policy judges; undefined when it is none. */
function readAuthority(asked: string): URL | undefined {
  const [, host = "", port = ""] = AUTHORITY.exec(asked) ?? [];
  if (host === "" || Number(port) > 65_535) return undefined;
  // The scheme is a guess: it decides nothing but which port may be left out.
  return URL.parse(`https://${host}:${port}/`) ?? undefined;
}

function refuse(client: Socket): void {
  client.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
}
