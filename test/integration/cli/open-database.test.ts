import pg from "pg";
import { expect, test } from "vitest";
import { openDatabase } from "#lib/cli/run/open-database";
import { env } from "#lib/env";

function databaseUrl(change: (url: URL) => void): string {
  const url = new URL(env().DATABASE_URL ?? "");
  change(url);
  return url.href;
}

test("a server that does not answer, and one that refuses, are told apart", async () => {
  const silent = databaseUrl((url) => {
    url.port = "9";
  });
  await expect(openDatabase(silent)).rejects.toMatchObject({ code: "database_down" });
  const nameless = databaseUrl((url) => {
    url.pathname = "/there_is_no_such_database";
  });
  await expect(openDatabase(nameless)).rejects.toMatchObject({ code: "bad_settings", message: /does not exist/ });
});

test("a database that holds something else is refused in a sentence, and left as it is", async () => {
  const name = `foreign_${process.pid}`;
  const own = new pg.Client({ connectionString: env().DATABASE_URL });
  await own.connect();
  await own.query(`CREATE DATABASE ${name}`);
  const url = databaseUrl((to) => {
    to.pathname = `/${name}`;
  });
  const foreign = new pg.Client({ connectionString: url });
  await foreign.connect();
  try {
    await foreign.query("CREATE TABLE orders AS SELECT 1 AS id");
    await expect(openDatabase(url)).rejects.toMatchObject({ code: "start_failed", message: /holds something else/ });
    expect((await foreign.query("SELECT id FROM orders")).rows).toEqual([{ id: 1 }]);
  } finally {
    await foreign.end();
    await own.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await own.end();
  }
});
