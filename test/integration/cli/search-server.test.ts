import { chmod, mkdir, readFile, readlink, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, inject, test } from "vitest";
import { connect } from "#lib/adapters/search/meilisearch/client";
import { findMeiliProgram, type MeiliProgram } from "#lib/adapters/search/meilisearch/find-program";
import { deriveKeys } from "#lib/adapters/search/meilisearch/keys";
import { openSearch } from "#lib/cli/run/open-search";
import { Progress } from "#lib/cli/run/progress";
import { type SearchServer, startSearchServer } from "#lib/cli/run/search-server";
import { withSearch } from "#lib/cli/run/with-search";
import { env, setEnv } from "#lib/env";
import { dataPath } from "#lib/paths";

const path = inject("meiliProgram");
const program = (await findMeiliProgram(path ?? "none", "")) as MeiliProgram;

async function isUp(url: string): Promise<boolean> {
  return fetch(`${url}/health`).then(
    (response) => response.ok,
    () => false,
  );
}
const pidOf = async () => JSON.parse(await readFile(dataPath("meilisearch.json"), "utf8")).pid as number;
const isAlive = async (pid: number) =>
  stat(`/proc/${pid}`).then(
    () => true,
    () => false,
  );

/** A program that only says which version it is. */
async function saying(version: string): Promise<string> {
  const fake = dataPath(`fake-${version}`);
  await mkdir(dataPath(), { recursive: true });
  await writeFile(fake, `#!/bin/sh\necho "meilisearch ${version}"\n`);
  await chmod(fake, 0o755);
  return fake;
}

describe("choosing the engine of a start", () => {
  const choose = async (settings: Record<string, string>) => {
    setEnv({ MEILI_URL: "", MEILI_KEY: "", MEILI_BIN: "none", ...settings });
    const search = await openSearch(new Progress());
    await search.stop();
    return search;
  };
  const postgres = { MEILI_URL: "", MEILI_KEY: "" };

  test("PostgreSQL without a word where nobody named another", async () => {
    expect(await choose({})).toMatchObject({ web: postgres, worker: postgres, notices: [] });
  });

  test("PostgreSQL with a sentence when the named program is missing or too old", async () => {
    const missing = await choose({ MEILI_BIN: "/nowhere/meilisearch" });
    expect(missing).toMatchObject({ worker: postgres, notices: [expect.stringContaining("/nowhere/meilisearch")] });
    const old = await choose({ MEILI_BIN: await saying("1.12.3") });
    expect(old).toMatchObject({ worker: postgres, notices: [expect.stringContaining("1.12.3 is too old")] });
  });

  test("PostgreSQL with its last words when the program does not run", async () => {
    const broken = await choose({ MEILI_BIN: await saying("1.50.0") });
    expect(broken).toMatchObject({ worker: postgres, notices: [expect.stringContaining("did not start")] });
  }, 60_000);

  test("a server that does not answer is kept: it may come", async () => {
    const { notices, worker, web } = await choose({ MEILI_URL: "http://127.0.0.1:9", MEILI_KEY: "k" });
    expect(notices).toEqual([expect.stringMatching(/127\.0\.0\.1:9: .*cannot be reached.*everything else works/)]);
    expect([worker, web]).toEqual([
      { MEILI_URL: "http://127.0.0.1:9", MEILI_KEY: "k" },
      { MEILI_URL: "http://127.0.0.1:9", MEILI_KEY: "k" },
    ]);
  });
});

describe.skipIf(!path)("a Meilisearch that Daleel runs", () => {
  let server: SearchServer | undefined;
  const start = async () => {
    server = await startSearchServer(program);
    return server;
  };
  afterEach(async () => {
    await server?.remove();
    server = undefined;
  });

  test("answers on loopback, its master key is in a file for its owner and in no command line", async () => {
    const { url, masterKey } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await stat(dataPath("meilisearch.key"))).mode & 0o777).toBe(0o600);
    expect((await readFile(dataPath("meilisearch.key"), "utf8")).trim()).toBe(masterKey);
    const pid = await pidOf();
    expect(await readFile(`/proc/${pid}/cmdline`, "utf8")).not.toContain(masterKey);
    const environment = await readFile(`/proc/${pid}/environ`, "utf8");
    expect(environment).not.toContain("DATABASE_URL");
    expect(environment).not.toContain("NEXTAUTH_SECRET");
    if (process.getuid?.() === 0) expect((await stat(`/proc/${pid}`)).uid).not.toBe(0);
  });

  test("is started again on its port when it was killed, and keeps what it has", async () => {
    const { url, masterKey } = await start();
    const { write } = connect(url, masterKey, "kept");
    await write.createIndex("kept", { primaryKey: "id" }).waitTask();
    process.kill(await pidOf(), "SIGKILL");
    await expect.poll(() => isUp(url), { timeout: 20_000 }).toBe(false);
    await expect.poll(() => isUp(url), { timeout: 20_000 }).toBe(true);
    expect((await write.getRawIndex("kept")).uid).toBe("kept");
  });

  test("dies with whoever holds it, and ends with the archive", async () => {
    const { url, stop } = await start();
    const pid = await pidOf();
    await stop();
    expect(await isAlive(pid)).toBe(false);
    expect(await isUp(url)).toBe(false);
    await expect(stat(dataPath("meilisearch.json"))).rejects.toThrow();
  });

  test("of a command gives way to the archive's, and never ends it", async () => {
    const command = await startSearchServer(program, false);
    const pid = await pidOf();
    const { url } = await start();
    expect(await isAlive(pid)).toBe(false);
    // The command's is started again by whoever looks after it, and ends itself each time.
    await sleep(3_000);
    expect(await isUp(url)).toBe(true);
    expect(await isAlive(await pidOf())).toBe(true);
    await command.stop();
    expect(await isUp(url)).toBe(true);
  });

  test("moves aside what another version made, and what is damaged, and says so", async () => {
    const first = await start();
    expect(first.notices).toEqual([]);
    const data = join(await readlink(`/proc/${await pidOf()}/cwd`), "data.ms");
    await first.stop();
    await writeFile(join(data, "VERSION"), "1.40.0");
    const second = await startSearchServer(program);
    expect(second.notices).toEqual([expect.stringMatching(/data\.ms\.aside .*version 1\.40\.0 made them/)]);
    await second.stop();
    await writeFile(join(data, "tasks", "data.mdb"), "this is no database");
    server = await startSearchServer(program);
    expect(server.notices).toEqual([expect.stringContaining("did not start with them")]);
    expect(await isUp(server.url)).toBe(true);
  }, 60_000);

  test("gives web and worker their own keys, never the master's", async () => {
    setEnv({ MEILI_URL: "", MEILI_KEY: "", MEILI_BIN: path ?? "" });
    const search = await openSearch(new Progress());
    const masterKey = (await readFile(dataPath("meilisearch.key"), "utf8")).trim();
    const keys = [search.web.MEILI_KEY, search.worker.MEILI_KEY];
    expect(new Set([...keys, masterKey]).size).toBe(3);
    expect(JSON.stringify(search)).not.toContain(masterKey);
    expect(search.web.MEILI_URL).toBe(search.worker.MEILI_URL);
    await search.remove();
  });

  test("commands use the one that runs, and one of their own where none does", async () => {
    setEnv({ MEILI_URL: "", MEILI_KEY: "", MEILI_BIN: path ?? "" });
    const { url, masterKey } = await start();
    const { indexing } = await deriveKeys(url, masterKey, "daleel");
    expect(await withSearch(async () => [env().MEILI_URL, env().MEILI_KEY])).toEqual([url, indexing]);
    expect(await isUp(url)).toBe(true);
    await server?.stop();
    setEnv({ MEILI_URL: "", MEILI_KEY: "" });
    const own = await withSearch(async () => {
      const { MEILI_URL = "" } = env();
      expect(await isUp(MEILI_URL)).toBe(true);
      return MEILI_URL;
    });
    await sleep(100);
    expect(await isUp(own)).toBe(false);
  });
});
