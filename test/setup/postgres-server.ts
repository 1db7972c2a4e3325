import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "#lib/adapters/net/free-port";
import { startEmbeddedPostgres } from "#lib/adapters/postgres/embedded-postgres";
import { applyMigrations } from "#lib/data/migrations";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of the migrated template; no test writes to it. */
    templateUrl: string;
  }
}

/** One throw-away server for the whole run, with a migrated template that each test file copies. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "daleel-test-"));
  const server = await startEmbeddedPostgres(join(folder, "postgres"), await freePort(0), { durable: false });
  const { default: pg } = await import("pg");
  const admin = new pg.Client({ connectionString: server.url("postgres") });
  await admin.connect();
  await admin.query("CREATE DATABASE daleel_template");
  await admin.end();
  await applyMigrations(server.url("daleel_template"));
  project.provide("templateUrl", server.url("daleel_template"));
  return async () => {
    await server.remove();
    await rm(folder, { recursive: true, force: true });
  };
}
