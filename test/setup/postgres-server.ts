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

type Server = { templateUrl: string; remove(): Promise<void> };

// Vitest evaluates this file once per project; the projects of a run share one server.
const holder = globalThis as typeof globalThis & { daleelTestServer?: { users: number; server: Promise<Server> } };

/** One throw-away server for the whole run, with a migrated template that each test file copies. */
export default async function setup(project: TestProject) {
  holder.daleelTestServer ??= { users: 0, server: startServer() };
  const shared = holder.daleelTestServer;
  shared.users++;
  project.provide("templateUrl", (await shared.server).templateUrl);
  return async () => {
    if (--shared.users > 0) return;
    holder.daleelTestServer = undefined;
    await (await shared.server).remove();
  };
}

async function startServer(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), "daleel-test-"));
  const server = await startEmbeddedPostgres(join(folder, "postgres"), await freePort(0), { durable: false });
  const { default: pg } = await import("pg");
  const admin = new pg.Client({ connectionString: server.url("postgres") });
  await admin.connect();
  await admin.query("CREATE DATABASE daleel_template");
  await admin.end();
  await applyMigrations(server.url("daleel_template"));
  return {
    templateUrl: server.url("daleel_template"),
    remove: async () => {
      await server.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
