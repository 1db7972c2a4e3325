import { type BrowserSetup, launchBrowser, type RunningBrowser } from "#lib/adapters/browser/launch-browser";

/**
 * A fresh browser that reaches one port of this machine and nothing else: no name resolves, every connection goes to a
 * proxy where nobody listens, and only the one server is exempt.
 * @param port on 127.0.0.1.
 * @throws AppError `browser_failed`
 */
export function launchCutOff(setup: BrowserSetup, port: number): Promise<RunningBrowser> {
  const args = [
    // An address that no host has (RFC 5737); Chromium's rules would otherwise exempt loopback from the proxy.
    "--proxy-server=http://192.0.2.1:9",
    `--proxy-bypass-list=<-loopback>;127.0.0.1:${port}`,
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE 192.0.2.1",
  ];
  return launchBrowser({ ...setup, args: [...setup.args, ...args] });
}
