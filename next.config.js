/** @type {import("next").NextConfig} */
export default {
  // Several checkouts and tests build side by side.
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  serverExternalPackages: ["pino", "pg", "pg-boss", "sharp", "puppeteer-core", "linkedom"],
  experimental: {
    // Published pages are kept in memory: a build shared by two databases must not serve one's pages for the other.
    isrFlushToDisk: false,
    // The root layout is under [locale]: an address without a language needs a document of its own.
    globalNotFound: true,
  },
};
