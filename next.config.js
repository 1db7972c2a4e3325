import { contentPolicy, evidenceOriginAtAnyPort } from "./lib/core/security/content-policy.ts";

/** For every answer, files included. */
const EVERYWHERE = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  },
];

/** For cached public pages; proxy.ts gives the others one with a nonce. */
const PUBLIC_POLICY = contentPolicy({
  evidenceOrigins: [evidenceOriginAtAnyPort(process.env.EVIDENCE_ORIGIN || undefined)],
  isDevelopment: process.env.NODE_ENV === "development",
});

/** @type {import("next").NextConfig} */
export default {
  // Several checkouts and tests build side by side.
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  // Titles come with the page for everybody: streamed after it, a refreshed desk page has none for a moment, and a
  // reader without JavaScript finds it in the wrong place.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ["pino", "pg", "pg-boss", "sharp", "puppeteer-core", "linkedom", "pkijs", "asn1js"],
  experimental: {
    // Published pages are kept in memory: a build shared by two databases must not serve one's pages for the other.
    isrFlushToDisk: false,
    // The root layout is under [locale]: an address without a language needs a document of its own.
    globalNotFound: true,
  },
  async headers() {
    return [
      { source: "/:path*", headers: EVERYWHERE },
      {
        source: "/:locale(en|ar){/:path((?!desk(?:/|$)|sign-in$|invitation/).*)}?",
        headers: [{ key: "Content-Security-Policy", value: PUBLIC_POLICY }],
      },
    ];
  },
};
