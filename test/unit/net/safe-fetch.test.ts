import { createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect as connectSocket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { safeFetch } from "#lib/adapters/net/safe-fetch";
import type { AppError } from "#lib/errors";

const PUBLIC = "93.184.215.14";
const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await new Promise((resolve) => server.once("listening", resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const bounds = { maxBytes: 1_000, timeoutMs: 2_000 };
const codeOf = (work: Promise<unknown>) => work.then(() => "no error").catch((thrown: AppError) => thrown.code);

/** A name that is public, and connections to its address that end at a server of this test. */
function publicName(host: string, dialed: string[] = []) {
  const port = Number(host.split(":")[1]);
  return {
    resolve: async () => [PUBLIC],
    connect: (address: string, at: number) => {
      dialed.push(`${address}:${at}`);
      return connectSocket(port, "127.0.0.1");
    },
  };
}

test("brings body, headers and the address that was dialed", async () => {
  const host = await serve((request, response) => response.setHeader("x-seen", request.headers.host ?? "").end("نص"));
  const got = await safeFetch(`http://${host}/a?b`, { ...bounds, allowHosts: [host] });
  expect(got).toMatchObject({ status: 200, finalUrl: `http://${host}/a?b`, remoteAddress: host, redirects: [] });
  expect(got.headers["x-seen"]).toBe(host);
  expect(got.body.toString()).toBe("نص");
});

test("dials the checked address, under the name's own Host header", async () => {
  const host = await serve((request, response) => response.end(request.headers.host));
  const dialed: string[] = [];
  const got = await safeFetch("http://News.Example.com/", { ...bounds, allowHosts: [], ...publicName(host, dialed) });
  expect(got.body.toString()).toBe("news.example.com");
  expect(dialed).toEqual([`${PUBLIC}:80`]);
});

test.each([
  "http://127.0.0.1:1/",
  "HTTP://[::ffff:127.0.0.1]/",
  "http://2130706433/",
  "http://localhost./",
  "file:///etc/passwd",
  "http://user:secret@example.com/",
  "https://example.com:22/",
])("%s is refused", async (url) => {
  const connect = () => expect.unreachable("nothing may be dialed");
  expect(await codeOf(safeFetch(url, { ...bounds, allowHosts: [], resolve: async () => [PUBLIC], connect }))).toBe(
    "address_refused",
  );
});

test("one private address among public ones refuses the name; what is no address is not dialed", async () => {
  const connect = () => expect.unreachable("nothing may be dialed");
  const fetchWith = (...found: string[]) =>
    codeOf(safeFetch("http://example.com/", { ...bounds, allowHosts: [], resolve: async () => found, connect }));
  expect(await fetchWith(PUBLIC, "::ffff:10.0.0.1")).toBe("address_refused");
  expect(await fetchWith("localhost")).toBe("host_unknown");
  expect(await fetchWith()).toBe("host_unknown");
});

test("redirects are judged like first addresses, and a name is looked up once", async () => {
  const host = await serve((request, response) => {
    const to: Record<string, string> = { "/in": "http://169.254.169.254/", "/on": "/end", "/round": "/round" };
    response.writeHead(to[request.url ?? ""] ? 302 : 200, { location: to[request.url ?? ""] ?? "" }).end("end");
  });
  const options = { ...bounds, allowHosts: [host] };
  expect(await codeOf(safeFetch(`http://${host}/in`, options))).toBe("address_refused");
  expect(await codeOf(safeFetch(`http://${host}/round`, options))).toBe("connection_failed");
  const got = await safeFetch(`http://${host}/on`, options);
  expect(got).toMatchObject({ finalUrl: `http://${host}/end`, redirects: [{ status: 302 }] });

  let asked = 0;
  const resolve = async () => (asked++ === 0 ? [PUBLIC] : ["127.0.0.1"]);
  const rebound = await safeFetch("http://example.com/on", { ...bounds, allowHosts: [], ...publicName(host), resolve });
  expect(rebound.redirects).toHaveLength(1);
  expect(asked).toBe(1);
});

test("secrets stay with the first origin", async () => {
  const other = await serve((request, response) => response.end(JSON.stringify(request.headers)));
  const host = await serve((_, response) => response.writeHead(307, { location: `http://${other}/` }).end());
  const headers = { Authorization: "Bearer x", cookie: "a=b", "x-plain": "kept" };
  const got = await safeFetch(`http://${host}/`, { ...bounds, allowHosts: [host, other], headers });
  const sent = JSON.parse(got.body.toString());
  expect(sent).toMatchObject({ "x-plain": "kept", host: other });
  expect(sent.authorization ?? sent.cookie).toBeUndefined();
});

test("long, packed and slow answers are cut", async () => {
  const host = await serve((request, response) => {
    if (request.url === "/announced") response.writeHead(200, { "content-length": "999999" }).end();
    else if (request.url === "/poured") response.end("x".repeat(5_000));
    else if (request.url === "/packed")
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(900_000)));
    else if (request.url === "/small") response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("whole"));
    else if (request.url === "/headers") response.writeHead(200, { "x-long": "x".repeat(100_000) }).end();
    else response.write("slow");
  });
  const options = { ...bounds, allowHosts: [host] };
  expect(await codeOf(safeFetch(`http://${host}/announced`, options))).toBe("answer_too_large");
  expect(await codeOf(safeFetch(`http://${host}/poured`, options))).toBe("answer_too_large");
  expect(await codeOf(safeFetch(`http://${host}/packed`, options))).toBe("answer_too_large");
  expect((await safeFetch(`http://${host}/small`, options)).body.toString()).toBe("whole");
  expect(await codeOf(safeFetch(`http://${host}/headers`, options))).toBe("connection_failed");
  expect(await codeOf(safeFetch(`http://${host}/slow`, { ...options, timeoutMs: 200 }))).toBe("capture_timeout");
  const signal = AbortSignal.abort(new Error("stopping"));
  await expect(safeFetch(`http://${host}/slow`, { ...options, signal })).rejects.toThrow("stopping");
});

test("a certificate of nobody is refused", async () => {
  const host = await serve((_, response) => response.end("plain"));
  expect(await codeOf(safeFetch(`https://${host}/`, { ...bounds, allowHosts: [host] }))).toBe("connection_failed");
});
