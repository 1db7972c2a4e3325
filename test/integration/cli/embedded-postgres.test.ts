import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "#lib/adapters/net/free-port";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#lib/adapters/postgres/embedded-postgres";

let folder: string;
let server: EmbeddedPostgres;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "daleel-embedded-"));
  server = await startEmbeddedPostgres(join(folder, "postgres"), await freePort(0));
});
afterAll(async () => {
  await server.remove();
  await rm(folder, { recursive: true });
});

async function ask(sql: string) {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a killed server comes back on its port with everything that was committed", async () => {
  await ask("CREATE TABLE kept AS SELECT 7 AS number");
  const [{ pid }] = await ask("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int AS pid");
  expect(await server.revive()).toBe(false);
  process.kill(pid, "SIGKILL");
  await expect.poll(() => server.revive().catch(() => false), { timeout: 20_000 }).toBe(true);
  expect(await ask("SELECT number FROM kept")).toEqual([{ number: 7 }]);
});

test("a second starter takes the running server over instead of starting another", async () => {
  const second = await startEmbeddedPostgres(join(folder, "postgres"), await freePort(0));
  expect(second).toMatchObject({ isAdopted: true, port: server.port });
});
