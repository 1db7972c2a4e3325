import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import { captureWebPage as captureInTurn } from "#test/capture/run-request";
import { attackingPage, otherWays, WAYS } from "#test/fixtures/attacking-page";
import { fakeNetwork, OTHER_PUBLIC, PUBLIC, startSite } from "#test/fixtures/fake-network";
import { startVictim, type Victim } from "#test/fixtures/victim";

vi.mock("#lib/adapters/net/system-network", async (importOriginal) => {
  const { systemResolve, systemConnect } = await import("#test/fixtures/fake-network");
  return { ...(await importOriginal<object>()), systemResolve, systemConnect };
});
vi.setConfig({ testTimeout: 90_000 });

const PAGE = "http://news.example.com";
let victim: Victim;
let site: Awaited<ReturnType<typeof startSite>>;

/** A capture that need not wait for its host's turn. */
async function captureWebPage(url: string) {
  await db().hostPace.deleteMany();
  return captureInTurn(url);
}

beforeAll(async () => {
  victim = await startVictim();
  site = await startSite({});
  setEnv({ CAPTURE_ALLOW_HOSTS: site.host, CAPTURE_TIMEOUT_MS: "40000" });
});
beforeEach(() => {
  fakeNetwork.reset();
  fakeNetwork.names.set("news.example.com", [[PUBLIC]]);
  for (const dot of ["", "."]) fakeNetwork.names.set(`inside.example.com${dot}`, [["127.0.0.1"]]);
  fakeNetwork.names.set("mixed.example.com", [[OTHER_PUBLIC, "::ffff:127.0.0.1"]]);
  fakeNetwork.routes.set(`${PUBLIC}:80`, site.port);
  // Were it dialed, it would arrive.
  for (const inside of ["127.0.0.1:80", `${OTHER_PUBLIC}:80`]) fakeNetwork.routes.set(inside, victim.port);
});
afterAll(async () => {
  await closeQueue();
  await site.stop();
  await victim.stop();
});

/** Addresses of one and the same listener, as an attacker writes them. */
const spellings = () => [
  `http://127.0.0.1:${victim.port}`,
  `http://[::ffff:127.0.0.1]:${victim.port}`,
  `http://[::1]:${victim.port}`,
  `http://2130706433:${victim.port}`,
  `http://0177.0.0.1:${victim.port}`,
  `http://0x7f.1:${victim.port}`,
  `HTTP://127.1:${victim.port}`,
  `http://localhost:${victim.port}`,
  `http://LocalHost.:${victim.port}`,
  `http://127.0.0.1.:${victim.port}`,
  "http://inside.example.com",
  "http://inside.example.com.",
  "http://mixed.example.com",
];

type Blocked = { url: string; reason: string };
const pathsOf = (blocked: Blocked[]) => [...new Set(blocked.map(({ url }) => URL.parse(url)?.pathname))];

test("every way to reach out, in every spelling of a loopback address: refused and recorded", async () => {
  const all = spellings();
  const ways = Object.values(WAYS).map((way, at) => way(all[at % all.length] ?? ""));
  const pictures = all.map((base, at) => `<img src="${base}/spelling-${at}">`);
  site.pages["/"] = attackingPage([...ways, ...pictures].join("\n"));
  const taken = await captureWebPage(`${PAGE}/`);
  expect(taken.capture?.outcome).toBe("content");
  expect(victim.arrived).toEqual([]);
  expect(fakeNetwork.dialed.filter((place) => place !== `${PUBLIC}:80`)).toEqual([]);
  const { network } = await taken.json("provenance.json");
  const expected = [...Object.keys(WAYS).map((way) => `/${way}`), ...all.map((_, at) => `/spelling-${at}`)];
  expect(pathsOf(network.blocked)).toEqual(expect.arrayContaining(expected));
  const reasons = network.blocked.map(({ reason }: Blocked) => reason.replace(/ .*/, ""));
  expect(new Set(reasons)).toEqual(new Set(["private_address"]));
});

test("tunnels, datagrams, files and service workers: nothing arrives, what was asked for is recorded", async () => {
  // Under a loopback name of its own, where Chromium lets a page have everything.
  const inside = `http://127.0.0.1:${victim.port}`;
  const worker = `navigator.serviceWorker.register("/worker.js")`;
  site.pages["/ways"] = attackingPage(
    `${otherWays("127.0.0.1", victim.port)}<script>${worker}; open("file:///etc/passwd"); print()</script>`,
  );
  site.pages["/worker.js"] = (_, response) => {
    const code = `addEventListener("install", (event) => event.waitUntil(fetch("${inside}/service_worker", { mode: "no-cors" }).catch(() => 0)));`;
    response.writeHead(200, { "content-type": "text/javascript" }).end(code);
  };
  const taken = await captureWebPage(`http://${site.host}/ways`);
  expect(taken.capture?.outcome).toBe("content");
  expect(victim.arrived).toEqual([]);
  expect(fakeNetwork.dialed.filter((place) => place !== site.host)).toEqual([]);
  expect(fakeNetwork.asked).not.toContain(`attack-${victim.port}.example.com`);
  const { network } = await taken.json("provenance.json");
  const urls = network.blocked.map(({ url }: Blocked) => url);
  // A tunnel shows no path: WebSockets and the preconnection ask for it, each once or more.
  expect(urls.filter((url: string) => url === `127.0.0.1:${victim.port}`).length).toBeGreaterThanOrEqual(3);
  expect(urls).toEqual(expect.arrayContaining(["file:///etc/passwd", "file:///etc/hostname"]));
  expect(network.blocked).toContainEqual({ url: `http://${site.host}/worker.js`, reason: "service_worker" });
  expect(site.requests).not.toContain("/worker.js");
  const line = network.proxy.hosts.find(({ host }: { host: string }) => host === `127.0.0.1:${victim.port}`);
  expect(line).toMatchObject({ dialed: [], connections: 0, refused: "private_address" });
});
