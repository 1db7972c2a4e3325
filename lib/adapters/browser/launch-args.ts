/** Chromium's features that talk to the network by themselves, or that put frames out of the guard's reach. */
const DISABLED_FEATURES = [
  "AcceptCHFrame",
  "AutofillServerCommunication",
  "CertificateTransparencyComponentUpdater",
  "DialMediaRouteProvider",
  "HttpsUpgrades",
  "LazyFrameLoading",
  "LazyImageLoading",
  "MediaRouter",
  "OptimizationHints",
  "PaintHolding",
  "Prerender2",
  "Translate",
  // Would announce made-up names to the local network, at port 5353.
  "WebRtcHideLocalIpsWithMdns",
  "WebTransport",
];

/**
 * What a browser may reach: one capture's proxy, one server on 127.0.0.1 (replays), nothing at all (self-tests), or
 * everything (our own tests of pages).
 */
export type BrowserReach = { proxyPort: number } | { localPort: number } | "nothing" | "anything";

/**
 * How a browser is held to its proxy. Loopback has no exception, and Chromium itself looks up no name: whatever does
 * not go through the proxy goes nowhere.
 */
export function reachArgs(reach: BrowserReach): string[] {
  if (reach === "anything") return [];
  const nameless = "--host-resolver-rules=MAP * ~NOTFOUND";
  if (reach === "nothing") return ["--proxy-server=http://127.0.0.1:1", "--proxy-bypass-list=<-loopback>", nameless];
  if ("localPort" in reach) {
    const bypass = `--proxy-bypass-list=<-loopback>;127.0.0.1:${reach.localPort}`;
    return ["--proxy-server=http://127.0.0.1:1", bypass, `${nameless} , EXCLUDE 127.0.0.1`];
  }
  const proxy = `--proxy-server=http://127.0.0.1:${reach.proxyPort}`;
  return [proxy, "--proxy-bypass-list=<-loopback>", `${nameless} , EXCLUDE 127.0.0.1`];
}

/**
 * Everything Chromium is started with, but for `reachArgs`. Puppeteer's defaults are not used: the list is part of the provenance,
 * and a new version of a library should not change how evidence is taken.
 * @param options.sandbox false adds `--no-sandbox`.
 * @param options.userAgent replaces the one that calls itself headless; many sites answer that one with a wall.
 */
export function launchArgs(options: { sandbox: boolean; userAgent: string | undefined }): string[] {
  const args = [
    "--headless",
    "--hide-scrollbars",
    "--mute-audio",
    // With a GPU or its software stand-in, pictures repeat their content after 8192 px.
    "--disable-gpu",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--lang=en-US",
    "--accept-lang=en-US,en,ar",
    "--block-new-web-contents",
    "--deny-permission-prompts",
    "--disable-background-networking",
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-breakpad",
    "--disable-client-side-phishing-detection",
    "--disable-component-extensions-with-background-pages",
    "--disable-component-update",
    "--disable-crash-reporter",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-domain-reliability",
    "--disable-extensions",
    "--disable-field-trial-config",
    "--disable-hang-monitor",
    "--disable-ipc-flooding-protection",
    "--disable-notifications",
    "--disable-prompt-on-repost",
    "--disable-quic",
    "--disable-renderer-backgrounding",
    "--disable-search-engine-choice-screen",
    "--disable-speech-api",
    "--disable-sync",
    "--dns-prefetch-disable",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--metrics-recording-only",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    "--no-service-autorun",
    "--password-store=basic",
    "--use-mock-keychain",
    `--disable-features=${DISABLED_FEATURES.join(",")}`,
  ];
  if (options.userAgent) args.push(`--user-agent=${options.userAgent}`);
  if (!options.sandbox) args.push("--no-sandbox");
  return args;
}
