import { reachArgs } from "#lib/adapters/browser/launch-args";
import type { NetworkLog } from "#lib/adapters/browser/network-log";
import type { ProxyLog } from "#lib/adapters/net/proxy-log";
import type { SecondLook } from "#lib/services/captures/look-again";

/** What provenance lists of each kind; a hostile page makes thousands. */
const MOST_LISTED = 200;

/** The network's part of the provenance: what the browser reported, and what its only way out let through or refused. */
export function describeNetwork(log: NetworkLog) {
  return {
    recordedAs: "headers and decoded body as the browser reported them; the HTML of the answer is kept as UTF-8",
    main: log.main,
    redirects: log.redirects,
    requests: log.requests,
    bytes: log.bytes,
    blocked: [...log.blocked, ...log.proxy.refused].slice(0, MOST_LISTED),
    proxy: describeProxy(log.proxy),
  };
}

/** The second look at what was called deleted. */
export function describeSecondLook(look: SecondLook) {
  const { startedAt, finishedAt, outcome, problem, log, proxy } = look;
  return {
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    outcome,
    problem,
    network: log ? describeNetwork(log) : { proxy: describeProxy(proxy) },
  };
}

function describeProxy(proxy: ProxyLog) {
  return {
    how:
      "the browser had no other way to the network: each name was looked up once, every address checked, " +
      "the checked one dialed; TLS was checked by the browser",
    arguments: reachArgs({ proxyPort: proxy.port }),
    connections: proxy.connections,
    requests: proxy.requests,
    redirects: proxy.redirects,
    bytesSent: proxy.bytesUp,
    bytesReceived: proxy.bytesDown,
    limitsHit: [...proxy.limitsHit],
    refused: proxy.refusedCount,
    hosts: [...proxy.hosts.values()].slice(0, MOST_LISTED).map(({ bytesUp, bytesDown, ...line }) => ({
      ...line,
      bytesSent: bytesUp,
      bytesReceived: bytesDown,
    })),
  };
}
