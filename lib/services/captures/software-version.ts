import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { projectPath } from "#lib/paths";

const run = promisify(execFile);

/** Which Daleel took a capture. The commit is null where the program does not run from a checkout. */
export type SoftwareVersion = { name: string; version: string; commit: string | null; node: string };

let known: Promise<SoftwareVersion> | undefined;

/** This program, for the provenance; asked once per process. */
export function softwareVersion(): Promise<SoftwareVersion> {
  known ??= find();
  return known;
}

async function find(): Promise<SoftwareVersion> {
  const { name, version } = JSON.parse(await readFile(projectPath("package.json"), "utf8"));
  const commit = await run("git", ["rev-parse", "HEAD"], { cwd: projectPath(), timeout: 5_000 }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
  return { name, version, commit, node: process.version };
}
