import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";
import { readVersion, type Version } from "#lib/adapters/search/meilisearch/version";

const run = promisify(execFile);
const VERSION_TIMEOUT_MS = 10_000;

/**
 * How Daleel runs the program, besides where. Without a limit it sets aside two thirds of the machine's memory for every
 * batch anew, which makes the smallest change take most of a second on a large machine (tried with 1.50).
 */
export const SERVER_OPTIONS = [
  "--no-analytics",
  "--env",
  "production",
  "--log-level",
  "ERROR",
  "--max-indexing-memory",
  "1GiB",
];

/** MEILI_BIN: not to be run even where there is one. */
export const NO_PROGRAM = "none";

export type MeiliProgram = { path: string; version: Version | null };

/**
 * The Meilisearch program of this machine: the one that was named, else the first on the search path.
 * @param wanted a path; or `NO_PROGRAM`.
 * @param searchPath folders as in PATH.
 * @returns undefined when there is none; a version of null when it does not say one.
 */
export async function findMeiliProgram(
  wanted: string | undefined,
  searchPath: string,
): Promise<MeiliProgram | undefined> {
  if (wanted === NO_PROGRAM) return undefined;
  const candidates = wanted
    ? [resolve(wanted)]
    : searchPath
        .split(delimiter)
        .filter(Boolean)
        .map((folder) => join(folder, "meilisearch"));
  for (const path of candidates) {
    if (await isExecutable(path)) return { path, version: await askVersion(path) };
  }
  return undefined;
}

const isExecutable = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

async function askVersion(path: string): Promise<Version | null> {
  try {
    const { stdout } = await run(path, ["--version"], { timeout: VERSION_TIMEOUT_MS });
    return readVersion(stdout);
  } catch {
    return null;
  }
}
