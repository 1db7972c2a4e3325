import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { type HostVerdict, makeHostChecker } from "#lib/adapters/net/host-checker";
import { MAX_HEADER_BYTES, type ProxyContext } from "#lib/adapters/net/proxy-context";
import { forwardRequest } from "#lib/adapters/net/proxy-forward";
import { hostLine, makeProxyLog, type ProxyLog } from "#lib/adapters/net/proxy-log";
import { makeProxySecret, type ProxySecret, showsSecret } from "#lib/adapters/net/proxy-secret";
import { openTunnel } from "#lib/adapters/net/proxy-tunnel";
import type { Connect, Resolve } from "#lib/adapters/net/system-network";
import type { LimitCode } from "#lib/core/captures/limits";

export type ProxyLimits = {
  /** Both directions, as on the wire. */
  maxBytes: number;
  maxRequests: number;
  /** Life of the proxy; nothing goes through afterwards. */
  timeoutMs: number;
};

export type ProxyOptions = {
  /** Exact `host:port` pairs that may be private or on another port. */
  allowHosts: readonly string[];
  limits: ProxyLimits;
  /** For tests: another resolver, another way to connect. */
  resolve?: Resolve;
  connect?: Connect;
};

/** The only way out for one capture's browser. Ending its scope closes it. */
export type CaptureProxy = AsyncDisposable & {
  port: number;
  secret: ProxySecret;
  log: ProxyLog;
  /** Judges an address by the same look-ups that dialing goes by. */
  check(url: URL): Promise<HostVerdict>;
  /** Called once, when a limit closed everything. */
  onLimit(listener: (code: LimitCode) => void): void;
  close(): Promise<void>;
};

/**
 * Starts a forward proxy on a free loopback port: plain HTTP and CONNECT, for one browser and one capture. Each name is
 * looked up once, every address checked, the checked address dialed; bytes, requests and time are counted, and when one
 * is too much every connection ends. Whoever does not show the secret is turned away.
 * @throws whatever listening on loopback throws.
 */
export async function startCaptureProxy(options: ProxyOptions): Promise<CaptureProxy> {
  const { limits } = options;
  const log = makeProxyLog();
  const secret = makeProxySecret();
  const checker = makeHostChecker(options);
  const ending = new AbortController();
  const sockets = new Set<Socket>();
  let tell: ((code: LimitCode) => void) | undefined;

  function cut(code: LimitCode): void {
    if (ending.signal.aborted) return;
    log.limitsHit.add(code);
    end();
    tell?.(code);
  }
  function end(): void {
    ending.abort(new Error("the proxy ends"));
    for (const socket of sockets) socket.destroy();
  }
  function hold(socket: Socket): void {
    if (ending.signal.aborted) return void socket.destroy();
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => sockets.delete(socket));
  }
  const context: ProxyContext = {
    log,
    checker,
    connect: options.connect,
    signal: ending.signal,
    hold,
    count(host, { up = 0, down = 0, requests = 0, connections = 0 }) {
      for (const line of [log, hostLine(log, host)]) {
        line.bytesUp += up;
        line.bytesDown += down;
        line.requests += requests;
        line.connections += connections;
      }
      if (log.bytesUp + log.bytesDown > limits.maxBytes) cut("bytes");
      if (log.requests > limits.maxRequests) cut("requests");
    },
  };

  const mayEnter = (request: IncomingMessage) => showsSecret(request.headers["proxy-authorization"], secret);
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: 60_000 }, (request, response) => {
    if (!mayEnter(request)) {
      const challenge = { "proxy-authenticate": CHALLENGE, "content-length": "0" };
      return void response.writeHead(407, challenge).end();
    }
    void forwardRequest(request, response, context);
  });
  server.on("connection", hold);
  server.on("connect", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (mayEnter(request)) return void openTunnel(request, socket, head, context);
    socket.end(`HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: ${CHALLENGE}\r\n${NO_BODY}`);
  });
  server.on("clientError", (_, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port: 0, host: "127.0.0.1" }, resolve);
  });
  log.port = (server.address() as AddressInfo).port;
  const timer = setTimeout(() => cut("time"), limits.timeoutMs);
  timer.unref();

  async function close(): Promise<void> {
    clearTimeout(timer);
    end();
    server.closeAllConnections();
    if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
  }
  return {
    port: log.port,
    secret,
    log,
    check: (url) => checker.check(url),
    onLimit: (listener) => {
      tell = listener;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

const CHALLENGE = 'Basic realm="capture"';
const NO_BODY = "Content-Length: 0\r\nConnection: close\r\n\r\n";
