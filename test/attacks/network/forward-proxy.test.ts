import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type CaptureProxy, startCaptureProxy } from "#lib/adapters/net/capture-proxy";
import { fakeNetwork, PUBLIC, systemConnect, systemResolve } from "#test/fixtures/fake-network";
import { sendRaw } from "#test/fixtures/raw-client";

const LIMITS = { maxBytes: 2_000_000, maxRequests: 50, timeoutMs: 20_000 };

let proxy: CaptureProxy;
let heard: string[];
let answer: (socket: Socket) => void;
const open = new Set<Socket>();
const upstream = createServer((socket) => {
  open.add(socket);
  socket.on("error", () => undefined);
  let begun = false;
  socket.on("data", (chunk) => {
    heard.push(chunk.toString("latin1"));
    if (!begun) answer(socket);
    begun = true;
  });
});
const OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

async function start(limits: Partial<typeof LIMITS> = {}): Promise<CaptureProxy> {
  return startCaptureProxy({
    allowHosts: [],
    limits: { ...LIMITS, ...limits },
    resolve: systemResolve,
    connect: systemConnect,
  });
}

beforeAll(() => new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve)));
beforeEach(async () => {
  fakeNetwork.reset();
  fakeNetwork.names.set("news.example.com", [[PUBLIC]]);
  for (const port of [22, 80, 443])
    fakeNetwork.routes.set(`${PUBLIC}:${port}`, (upstream.address() as AddressInfo).port);
  heard = [];
  answer = (socket) => void socket.end(OK);
  proxy = await start();
});
afterEach(() => proxy.close());
afterAll(() => {
  for (const socket of open) socket.destroy();
  upstream.close();
});

const authorization = (by: CaptureProxy) =>
  `Proxy-Authorization: Basic ${Buffer.from(`${by.secret.username}:${by.secret.password}`).toString("base64")}\r\n`;
/** A request as the browser of this proxy would send it. */
const ask = (line: string, headers = "", by = proxy, patienceMs?: number) =>
  sendRaw(
    by.port,
    `${line} HTTP/1.1\r\nHost: news.example.com\r\n${headers}${authorization(by)}Connection: close\r\n\r\n`,
    patienceMs,
  );

describe("who may use it", () => {
  test.each(["", "Proxy-Authorization: Basic eDp5\r\n", "Proxy-Authorization: Bearer x\r\n"])(
    "without the secret (%j) nobody: neither requests nor tunnels",
    async (header) => {
      for (const line of ["GET http://news.example.com/", "CONNECT news.example.com:443"]) {
        expect(await sendRaw(proxy.port, `${line} HTTP/1.1\r\nHost: x\r\n${header}Connection: close\r\n\r\n`)).toMatch(
          /^HTTP\/1.1 407 /,
        );
      }
      expect(heard).toEqual([]);
      expect(proxy.log).toMatchObject({ requests: 0, connections: 0 });
    },
  );

  test("it is on loopback only, and closes with the capture", async () => {
    const { port } = proxy;
    expect(await ask("GET http://news.example.com/")).toContain("ok");
    await proxy.close();
    expect(await sendRaw(port, "GET http://news.example.com/ HTTP/1.1\r\n\r\n")).toBe("");
  });
});

describe("what it refuses to forward, and writes down", () => {
  test.each([
    ["GET /", "bad_address"],
    ["GET https://news.example.com/", "bad_address"],
    ["GET ftp://news.example.com/", "bad_address"],
    ["GET http://user:secret@news.example.com/", "bad_address"],
    ["GET http://news.example.com@127.0.0.1/", "bad_address"],
    ["GET http://news.example.com/#fragment", "bad_address"],
    ["TRACE http://news.example.com/", "bad_address"],
    ["GET http://news.example.com:22/", "port_refused"],
    ["GET HTTP://[::ffff:127.0.0.1]/", "private_address"],
    ["GET http://0x7f.1/", "private_address"],
    ["GET http://169.254.169.254/latest/meta-data/", "private_address"],
    ["GET http://nowhere.example.com/", "host_unknown"],
    ["CONNECT news.example.com:22", "port_refused"],
    ["CONNECT 127.0.0.1:443", "private_address"],
    ["CONNECT [::ffff:10.0.0.1]:443", "private_address"],
    ["CONNECT [64:ff9b::a9fe:a9fe]:80", "private_address"],
    ["CONNECT 2130706433:443", "private_address"],
    ["CONNECT localhost.:443", "private_address"],
    ["CONNECT news.example.com", "bad_address"],
    ["CONNECT news.example.com:99999", "bad_address"],
    ["CONNECT user@news.example.com:443", "bad_address"],
    ["CONNECT http://news.example.com:443", "bad_address"],
  ])("%s", async (line, reason) => {
    expect(await ask(line)).not.toMatch(/^HTTP\/1.1 [12]/);
    expect(fakeNetwork.dialed).toEqual([]);
    expect(heard).toEqual([]);
    expect(proxy.log.refused).toEqual([{ url: line.replace(/^\w+ /, ""), reason: expect.stringContaining(reason) }]);
  });
});

test("a request goes out in the site's own name, without what is meant for the proxy", async () => {
  const got = await ask(
    "GET http://News.example.com:80/a%20b?c=d",
    "TE: trailers\r\nConnection: x-secret\r\nX-Secret: 1\r\nX-Kept: yes\r\nKeep-Alive: 9\r\nUpgrade: h2c\r\nProxy-Connection: keep-alive\r\n",
  );
  expect(got).toMatch(/^HTTP\/1.1 200 OK\r\n[\s\S]*ok$/);
  const [sent = ""] = heard;
  expect(sent).toMatch(/^GET \/a%20b\?c=d HTTP\/1.1\r\n/);
  expect(sent).toMatch(/\r\nHost: news.example.com\r\n/);
  expect(sent).toMatch(/\r\nX-Kept: yes\r\n/);
  expect(sent).not.toMatch(/proxy|secret|keep-alive|upgrade|\bte:/i);
  expect(proxy.log.hosts.get("news.example.com:80")).toMatchObject({ dialed: [PUBLIC], connections: 1, requests: 1 });
  expect(proxy.log.bytesDown).toBe(OK.length);
  expect(proxy.log.bytesUp).toBe(sent.length);
});

test("a tunnel carries bytes both ways to the checked address, and counts them", async () => {
  answer = (socket) => void socket.end("pong");
  const got = await sendRaw(proxy.port, `CONNECT news.example.com:443 HTTP/1.1\r\n${authorization(proxy)}\r\nping`);
  expect(got).toBe("HTTP/1.1 200 Connection Established\r\n\r\npong");
  expect(heard).toEqual(["ping"]);
  expect(proxy.log).toMatchObject({ bytesUp: 4, bytesDown: 4, connections: 1, requests: 1 });
  expect(proxy.log.dialedFor("news.example.com:443")).toBe(`${PUBLIC}:443`);
});

describe("servers that attack the browser's side", () => {
  const LOCATION = "Location: http://127.0.0.1/\r\n";
  test.each([
    ["headers without end", `HTTP/1.1 302 Found\r\n${LOCATION}X: ${"x".repeat(100_000)}\r\n\r\n`],
    ["thousands of headers", `HTTP/1.1 200 OK\r\n${"X-Many: 1\r\n".repeat(20_000)}\r\n`],
    ["a bare line feed in a header", "HTTP/1.1 200 OK\r\nX: a\nSet-Cookie: b\r\r\nContent-Length: 0\r\n\r\n"],
    ["a control character in a header", "HTTP/1.1 200 OK\r\nX: a\u0001b\r\nContent-Length: 0\r\n\r\n"],
    ["two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 50\r\n\r\nok"],
    [
      "a length and chunks",
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    ],
    ["another protocol", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nraw"],
    ["no HTTP at all", "SSH-2.0-OpenSSH_9.6\r\n"],
  ])("%s: no answer, and the log says why", async (_, bytes) => {
    answer = (socket) => void socket.end(bytes, "latin1");
    expect(await ask("GET http://news.example.com/")).toBe("");
    expect(proxy.log.hosts.get("news.example.com:80")?.problem).toBeTruthy();
  });

  test("a second answer behind the first is not passed on", async () => {
    answer = (socket) => void socket.end(`${OK}HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nsmuggled`);
    expect(await ask("GET http://news.example.com/")).not.toContain("smuggled");
  });

  test("one that lets each byte wait is cut by the capture's time", async () => {
    answer = (socket) => {
      const drip = setInterval(() => socket.write("x"), 20);
      socket.once("close", () => clearInterval(drip));
      socket.write("HTTP/1.1 200 OK\r\nX-Slow: ");
    };
    await using slow = await start({ timeoutMs: 300 });
    const cut: string[] = [];
    slow.onLimit((code) => cut.push(code));
    expect(await ask("GET http://news.example.com/", "", slow, 15_000)).toBe("");
    expect(cut).toEqual(["time"]);
    expect([...slow.log.limitsHit]).toEqual(["time"]);
  });

  test("one that pours is cut by the capture's bytes, inside a tunnel too, and nothing goes out afterwards", async () => {
    answer = (socket) => {
      const chunk = Buffer.alloc(200_000, "x");
      const pour = () => {
        while (!socket.destroyed && socket.write(chunk));
      };
      socket.on("drain", pour);
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      pour();
    };
    for (const [line, first] of [
      ["GET http://news.example.com/", ""],
      ["CONNECT news.example.com:443", "x"],
    ]) {
      await using bounded = await start();
      const got = sendRaw(bounded.port, `${line} HTTP/1.1\r\nHost: x\r\n${authorization(bounded)}\r\n${first}`, 15_000);
      expect((await got).length).toBeLessThan(4_000_000);
      expect([...bounded.log.limitsHit]).toEqual(["bytes"]);
      const before = fakeNetwork.dialed.length;
      expect(await ask("GET http://news.example.com/", "", bounded)).toBe("");
      expect(fakeNetwork.dialed.length).toBe(before);
    }
  });

  test("a page that asks too often is cut by the capture's requests", async () => {
    await using bounded = await start({ maxRequests: 3 });
    for (let i = 0; i < 5; i++) await ask("GET http://127.0.0.1/", "", bounded);
    expect([...bounded.log.limitsHit]).toEqual(["requests"]);
    expect(bounded.log.refusedCount).toBe(3);
  });
});
