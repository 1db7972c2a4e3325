import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#lib/adapters/net/free-port";
import { startEmbeddedPostgres } from "#lib/adapters/postgres/embedded-postgres";
import { applyMigrations } from "#lib/data/migrations";
import { type DemoSite, startDemoSite } from "#lib/demo/site";
import { setEnv } from "#lib/env";
import { closeConnections } from "#lib/services/system/close-connections";

/**
 * An archive of its own for one bench: PostgreSQL with its safety on, files in a throw-away folder, and Demo Square.
 * Everything is gone afterwards, whatever happened.
 */
export async function withArchive<T>(use: (site: DemoSite, dataFolder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "daleel-bench-"));
  const server = await startEmbeddedPostgres(join(folder, "postgres"), await freePort(0));
  const site = await startDemoSite({ port: 0 });
  const dataFolder = join(folder, "data");
  try {
    const url = server.url("daleel");
    await createDatabase(server.url("postgres"));
    await applyMigrations(url);
    setEnv({
      DATABASE_URL: url,
      DALEEL_DATA_DIR: dataFolder,
      NEXTAUTH_SECRET: "bench-secret-bench-secret-bench-secret",
      CAPTURE_ALLOW_HOSTS: new URL(site.origin).host,
      DEMO_SITE_ORIGIN: site.origin,
    });
    return await use(site, dataFolder);
  } finally {
    await closeConnections();
    await site.stop();
    await server.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

async function createDatabase(adminUrl: string): Promise<void> {
  const { default: pg } = await import("pg");
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const { rowCount } = await admin.query("SELECT 1 FROM pg_database WHERE datname = 'daleel'");
  if (!rowCount) await admin.query("CREATE DATABASE daleel");
  await admin.end();
}
