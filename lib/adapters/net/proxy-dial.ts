import type { Socket } from "node:net";
import { dialChecked } from "#lib/adapters/net/dial-checked";
import { DIAL_TIMEOUT_MS, type ProxyContext } from "#lib/adapters/net/proxy-context";
import { hostLine, noteRefusal } from "#lib/adapters/net/proxy-log";
import { hostAndPort } from "#lib/core/captures/address-policy";
import { toAppError } from "#lib/errors";

/**
 * Dials for the proxy, and writes down what was decided.
 * @param asked the words of the browser, for the list of refusals.
 * @returns undefined when nothing was dialed; the log says why.
 */
export async function dialForProxy(url: URL, asked: string, context: ProxyContext): Promise<Socket | undefined> {
  const { log, checker, connect, signal } = context;
  const host = hostAndPort(url);
  const verdict = await checker.check(url);
  if (signal.aborted) return undefined;
  if (!verdict.ok) {
    noteRefusal(log, host, { url: asked, reason: verdict.reason }, verdict.addresses);
    return undefined;
  }
  const line = hostLine(log, host);
  line.addresses = verdict.addresses;
  try {
    const dialed = await dialChecked(url, { checker, timeoutMs: DIAL_TIMEOUT_MS, signal, ...(connect && { connect }) });
    line.dialed = [...line.dialed.filter((known) => known !== dialed.address), dialed.address];
    context.hold(dialed.socket);
    context.count(host, { connections: 1 });
    return dialed.socket;
  } catch (thrown) {
    if (!signal.aborted) line.problem = toAppError(thrown).message.slice(0, 300);
    return undefined;
  }
}
