import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "#lib/data/client";
import { setEnv } from "#lib/env";
import { closeQueue } from "#lib/jobs/queue";
import { captureWebPage as captureInTurn } from "#test/capture/run-request";
import { attackingPage } from "#test/fixtures/attacking-page";
import { fakeNetwork, OTHER_PUBLIC, PUBLIC, startSite } from "#test/fixtures/fake-network";
import { startVictim, type Victim } from "#test/fixtures/victim";

vi.mock("#lib/adapters/net/system-network", async (importOriginal) => {
  const { systemResolve, systemConnect } = await import("#test/fixtures/fake-network");
  return { ...(await importOriginal<object>()), systemResolve, systemConnect };
});
vi.setConfig({ testTimeout: 90_000 });

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
  setEnv({ CAPTURE_ALLOW_HOSTS: "", CAPTURE_TIMEOUT_MS: "40000" });
});
beforeEach(() => {
  fakeNetwork.reset();
  fakeNetwork.names.set("news.example.com", [[PUBLIC]]);
  fakeNetwork.names.set("other.example.com", [[OTHER_PUBLIC]]);
  for (const address of [PUBLIC, OTHER_PUBLIC]) fakeNetwork.routes.set(`${address}:80`, site.port);
  fakeNetwork.routes.set("127.0.0.1:80", victim.port);
  victim.arrived.length = 0;
});
afterAll(async () => {
  await closeQueue();
  await site.stop();
  await victim.stop();
});

const onlyPublic = () => fakeNetwork.dialed.filter((place) => ![`${PUBLIC}:80`, `${OTHER_PUBLIC}:80`].includes(place));

/** The attempt is on record as one that holds nothing, and its provenance says what was refused. */
async function expectRefused(taken: Awaited<ReturnType<typeof captureWebPage>>, where: string): Promise<void> {
  expect(taken.request, where).toMatchObject({ state: "finished" });
  expect(taken.capture, where).toMatchObject({ outcome: "error", text: null });
  const { network, notes } = await taken.json("provenance.json");
  expect(notes.join(), where).toContain("address_refused");
  expect(JSON.stringify([network.blocked, notes]), where).toContain(where);
}

describe("a name that changes its answer", () => {
  test("is looked up once: everything on the page goes where the first look-up led", async () => {
    fakeNetwork.names.set("rebind.example.com", [[PUBLIC], ["127.0.0.1"]]);
    site.pages["/rebind"] = attackingPage(`<img src="/again.png"><img src="http://rebind.example.com/absolute.png">
      <script>fetch("/fetched"); new WebSocket("ws://rebind.example.com/socket"); new Image().src = "/late?" + Math.random();
      const frame = document.createElement("iframe"); frame.src = "/framed"; document.body.append(frame)</script>`);
    site.pages["/framed"] = "<p>framed</p>";
    const taken = await captureWebPage("http://rebind.example.com/rebind");
    expect(taken.capture?.outcome).toBe("content");
    expect(fakeNetwork.asked).toEqual(["rebind.example.com"]);
    expect(victim.arrived).toEqual([]);
    expect(onlyPublic()).toEqual([]);
    expect(site.requests).toEqual(expect.arrayContaining(["/again.png", "/absolute.png", "/fetched", "/framed"]));
    const { network } = await taken.json("provenance.json");
    expect(network.main.remoteAddress).toBe(`${PUBLIC}:80`);
    const [line] = network.proxy.hosts;
    expect(line).toMatchObject({ host: "rebind.example.com:80", addresses: [PUBLIC], dialed: [PUBLIC], refused: null });
  });

  test.each([[["127.0.0.1"]], [[PUBLIC, "10.0.0.7"]], [["::ffff:169.254.169.254"]], [["fd00:ec2::254"]]])(
    "and one that leads to %j at first is refused, without a browser",
    async (answer) => {
      fakeNetwork.names.set("rebind.example.com", [answer, [PUBLIC]]);
      const taken = await captureWebPage(`http://rebind.example.com/rebind-${answer.join()}`);
      await expectRefused(taken, "rebind.example.com");
      expect(fakeNetwork.dialed).toEqual([]);
    },
  );
});

describe("redirects into private space", () => {
  const inside = () => [
    `http://127.0.0.1:${victim.port}/`,
    `HTTP://[::FFFF:127.0.0.1]:${victim.port}/`,
    `//2130706433:${victim.port}/`,
    "http://inside.example.com/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[64:ff9b::7f00:1]/",
  ];

  test("of the document itself, at the end of a chain: the attempt is recorded with the chain, nothing arrives", async () => {
    fakeNetwork.names.set("inside.example.com", [["127.0.0.1"]]);
    for (const [at, location] of inside().slice(0, 2).entries()) {
      site.pages["/first"] = (_, response) =>
        response.writeHead(301, { location: "http://other.example.com/second" }).end();
      site.pages["/second"] = (_, response) => response.writeHead(307, { location }).end();
      const taken = await captureWebPage(`http://news.example.com/first?${at}`);
      await expectRefused(taken, new URL(location).hostname);
      const { network } = await taken.json("provenance.json");
      expect(network.redirects.map((hop: { status: number }) => hop.status).slice(0, 2)).toEqual([301, 307]);
    }
    expect(victim.arrived).toEqual([]);
    expect(onlyPublic()).toEqual([]);
  });

  test("of parts of a page: each is refused and recorded, the page is kept", async () => {
    fakeNetwork.names.set("inside.example.com", [["127.0.0.1"]]);
    const all = inside();
    for (const [at, location] of all.entries()) {
      site.pages[`/hop-${at}`] = (_, response) => response.writeHead(302, { location: `/hop-${at}-b` }).end();
      site.pages[`/hop-${at}-b`] = (_, response) => response.writeHead(308, { location }).end();
    }
    const parts = all.map((_, at) =>
      at % 2 === 0
        ? `<img src="/hop-${at}">`
        : `<iframe src="/hop-${at}"></iframe><script>fetch("/hop-${at}", { mode: "no-cors" }).catch(() => 0)</script>`,
    );
    site.pages["/parts"] = attackingPage(parts.join("\n"));
    const taken = await captureWebPage("http://news.example.com/parts");
    expect(taken.capture?.outcome).toBe("content");
    expect(victim.arrived).toEqual([]);
    expect(onlyPublic()).toEqual([]);
    const { network } = await taken.json("provenance.json");
    const blocked: { url: string; reason: string }[] = network.blocked;
    for (const location of all) {
      const url = new URL(location, "http://news.example.com/").href;
      expect(blocked, url).toContainEqual({ url, reason: expect.stringContaining("private_address") });
    }
  });

  test("by script and by meta refresh of the document: the attempt is recorded, nothing arrives", async () => {
    const target = `http://[::1]:${victim.port}/`;
    site.pages["/refresh"] = `<meta http-equiv=refresh content="0;url=${target}"><p>wait`;
    site.pages["/script"] = `<script>location = "${target}"</script>`;
    for (const path of ["/refresh", "/script"]) {
      const taken = await captureWebPage(`http://news.example.com${path}`);
      await expectRefused(taken, "[::1]");
    }
    expect(victim.arrived).toEqual([]);
  });
});

test("addresses that an editor may not submit are refused before anything starts, and the try is recorded", async () => {
  const { port } = victim;
  const addresses = [
    `http://127.0.0.1:${port}/`,
    `HTTP://127.0.0.1:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://[::ffff:7f00:1]:${port}/`,
    `http://0x7f000001:${port}/`,
    `http://017700000001:${port}/`,
    `http://2130706433:${port}/`,
    `http://localhost.:${port}/`,
    `http://user:secret@news.example.com/`,
    "http://news.example.com:22/",
    "FILE:///etc/passwd",
    "view-source:http://127.0.0.1/",
    "ftp://news.example.com/",
    "data:text/html,<p>somebody else's words",
  ];
  for (const address of addresses) {
    const taken = await captureWebPage(address);
    // As every reader of addresses writes it: letters small, numbers as four.
    await expectRefused(taken, new URL(address).href);
  }
  expect(fakeNetwork.dialed).toEqual([]);
  expect(victim.arrived).toEqual([]);
});
