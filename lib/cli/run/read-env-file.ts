import { AppError } from "#lib/errors";

/**
 * Puts the lines of a `.env` file into this process's environment, and so into that of everything it starts. What the
 * environment has already wins, so one setting can be overruled for one start. No file, no settings.
 * @throws AppError `bad_settings` when there is one that cannot be read.
 */
export function readEnvFile(path: string): void {
  try {
    process.loadEnvFile(path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return;
    throw new AppError("bad_settings", `${path} cannot be read: ${(cause as Error).message}`, {}, { cause });
  }
}
