import { join, resolve } from "node:path";
import { env } from "#lib/env";

/** Every process is started in the project's root (npm does so); nothing depends on a bundler's idea of a file's place. */
const ROOT = process.cwd();

/** A path inside the project. */
export function projectPath(...parts: string[]): string {
  return join(ROOT, ...parts);
}

/** A path inside the data folder (`.daleel/` unless DALEEL_DATA_DIR says otherwise). */
export function dataPath(...parts: string[]): string {
  return join(resolve(ROOT, env().DALEEL_DATA_DIR), ...parts);
}
