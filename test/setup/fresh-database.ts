import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { closeDb } from "#lib/data/client";
import { setEnv } from "#lib/env";

// Runs before each test file: its own database and its own data folder, gone afterwards.
const templateUrl = inject("templateUrl");
const name = `t_${randomBytes(8).toString("hex")}`;
const dataDir = await mkdtemp(join(tmpdir(), "daleel-data-"));

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: templateUrl.replace(/daleel_template$/, "postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

await asAdmin(`CREATE DATABASE ${name} TEMPLATE daleel_template`);
setEnv({
  DATABASE_URL: templateUrl.replace(/daleel_template$/, name),
  DALEEL_DATA_DIR: dataDir,
  NEXTAUTH_SECRET: "test-secret-test-secret-test-secret-test",
  LOG_LEVEL: "silent",
  // Whoever runs the tests may have a host without sandboxes; that `on` refuses there is a test of its own.
  CAPTURE_SANDBOX: "auto",
  // Tests of Meilisearch ask for it; the others are the same wherever they run.
  MEILI_URL: "",
  MEILI_KEY: "",
  MEILI_BIN: "none",
});

afterAll(async () => {
  await closeDb();
  await asAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await rm(dataDir, { recursive: true, force: true });
});
