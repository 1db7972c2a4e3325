import { defineConfig } from "vitest/config";

/** A room of tests that needs a real PostgreSQL: one server for all, one database per test file. */
const withDatabase = (name: string, extra: object = {}) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    globalSetup: ["test/setup/postgres-server.ts"],
    setupFiles: ["test/setup/fresh-database.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    ...extra,
  },
});

/** Chromium takes more than one processor for moments only: two files at once, whatever the machine, after the others. */
const WITH_BROWSERS = { maxWorkers: 2, sequence: { groupOrder: 1 } };

export default defineConfig({
  test: {
    reporters: ["default", "./test/setup/count-reporter.ts"],
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"] } },
      { test: { name: "rules", include: ["test/rules/**/*.test.ts"], testTimeout: 60_000 } },
      withDatabase("integration", {
        globalSetup: ["test/setup/postgres-server.ts", "test/setup/meilisearch-server.ts"],
      }),
      withDatabase("attacks"),
      withDatabase("capture", { testTimeout: 120_000, ...WITH_BROWSERS }),
      withDatabase("e2e", {
        globalSetup: ["test/setup/postgres-server.ts", "test/setup/web-build.ts"],
        testTimeout: 240_000,
        hookTimeout: 300_000,
        ...WITH_BROWSERS,
      }),
    ],
  },
});
