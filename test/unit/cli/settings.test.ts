import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { freePort } from "#lib/adapters/net/free-port";
import { readEnvFile } from "#lib/cli/run/read-env-file";
import { env, setEnv } from "#lib/env";

let folder: string;
const NONE = { APP_ORIGIN: undefined, PORT: undefined, CAPTURE_MAX_POSTS: undefined, DATABASE_URL: undefined };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "daleel-settings-"));
  setEnv(NONE);
});
afterEach(async () => {
  setEnv(NONE);
  await rm(folder, { recursive: true });
});

describe("the .env file", () => {
  test("is read, and the environment overrules it", async () => {
    setEnv({ PORT: "3777" });
    await writeFile(join(folder, ".env"), "APP_ORIGIN=https://archive.example.org\nPORT=80\n# a comment\n");
    readEnvFile(join(folder, ".env"));
    expect(env()).toMatchObject({ APP_ORIGIN: "https://archive.example.org", PORT: 3777 });
  });

  test("may be missing, but not unreadable", () => {
    expect(() => readEnvFile(join(folder, "none"))).not.toThrow();
    expect(() => readEnvFile(folder)).toThrow(expect.objectContaining({ code: "bad_settings" }));
  });

  test("with an empty line leaves that setting at its default", () => {
    setEnv({ PORT: "", APP_ORIGIN: "", CAPTURE_MAX_POSTS: "", DATABASE_URL: "" });
    expect(env()).toMatchObject({ PORT: 3000, CAPTURE_MAX_POSTS: 200 });
    expect(env().APP_ORIGIN).toBeUndefined();
    expect(env().DATABASE_URL).toBeUndefined();
  });

  test("with nonsense is refused, each wrong line by its name", () => {
    setEnv({ PORT: "many", APP_ORIGIN: "file:///etc/passwd", DATABASE_URL: "mysql://db/x" });
    expect(() => env()).toThrow(/PORT: .*APP_ORIGIN: |DATABASE_URL: .*APP_ORIGIN: /);
  });
});

test("an address that is not this machine's is refused at once, not asked for port after port", async () => {
  await expect(freePort(3000, "192.0.2.7")).rejects.toMatchObject({ code: "bad_settings", message: /HOST/ });
});
