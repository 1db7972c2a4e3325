import { expect, test } from "vitest";
import { listBrowserProcesses } from "#lib/adapters/browser/browser-processes";
import { withOpenedPage } from "#lib/adapters/browser/capture-page";
import { sleep } from "#lib/adapters/browser/deadline";
import { findBrowserSetup } from "#lib/adapters/browser/launch-browser";
import { startCaptureProxy } from "#lib/adapters/net/capture-proxy";
import { captureLimits } from "#lib/core/captures/limits";
import { attackingPage, otherWays, WAYS } from "#test/fixtures/attacking-page";
import { startSite } from "#test/fixtures/fake-network";
import { type ProcessSocket, socketsOf } from "#test/fixtures/process-sockets";

const LOOPBACK_HEX = "0100007F";
const MULTICAST_DNS_PORT = 5_353;

/** In the page: what WebRTC tells it about this machine's addresses. */
async function ownAddresses(): Promise<string[]> {
  const found: string[] = [];
  const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:192.0.2.1:443" }] });
  const done = new Promise<void>((resolve) => {
    peer.onicecandidate = ({ candidate }) => (candidate ? found.push(candidate.candidate) : resolve());
  });
  peer.createDataChannel("x");
  await peer.setLocalDescription(await peer.createOffer());
  await done;
  return found;
}

// The kernel is asked, so there is nothing to ask on systems without /proc.
test.runIf(process.platform === "linux")(
  "whatever a page does, the browser has no connection but those to its proxy",
  { timeout: 90_000 },
  async () => {
    // Documentation addresses: should the guard be broken, still nobody is bothered.
    const ways = Object.values(WAYS).map((way) => way("http://192.0.2.1"));
    const site = await startSite({ "/": attackingPage(`${ways.join("\n")}${otherWays("192.0.2.1", 443)}`) });
    const limits = captureLimits({ timeoutMs: 40_000, maxBytes: 1e8, maxPosts: 5 });
    await using proxy = await startCaptureProxy({ allowHosts: [site.host], limits });
    const seen: ProcessSocket[] = [];
    let isWatching = true;
    const watching = (async () => {
      for (; isWatching; await sleep(20)) seen.push(...socketsOf(listBrowserProcesses().map(({ pid }) => pid)));
    })();
    const opening = {
      setup: await findBrowserSetup(),
      proxy,
      limits,
      readySelectors: [],
      scroll: false,
      timeFactor: 1,
    };
    const candidates = await withOpenedPage(`http://${site.host}/`, opening, ({ page }) => page.evaluate(ownAddresses));
    isWatching = false;
    await watching;
    await site.stop();
    const toProxy = (socket: ProcessSocket) =>
      socket.protocol === "tcp" && socket.remoteHex === LOOPBACK_HEX && socket.remotePort === proxy.port;
    expect(seen.filter(toProxy).length).toBeGreaterThan(0);
    // WebRTC makes UDP sockets to learn its own address; that nothing goes out through them, the other test shows.
    const harmless = (socket: ProcessSocket) => socket.protocol === "udp" && socket.localPort !== MULTICAST_DNS_PORT;
    expect(seen.filter((socket) => !toProxy(socket) && !harmless(socket))).toEqual([]);
    expect(candidates).toEqual([]);
  },
);
