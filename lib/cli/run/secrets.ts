import { randomBytes } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { dataPath } from "#lib/paths";

/** The secret that signs sessions and evidence links. */
export const SESSION_SECRET = "session-secret";
/** The master key of the Meilisearch that Daleel runs itself. */
export const MEILI_MASTER_KEY = "meilisearch.key";

/** A secret of the archive: made on the first start, kept in the data folder (readable by its owner only), never printed. */
export async function readOrMakeSecret(name: string): Promise<string> {
  const path = dataPath(name);
  await mkdir(dataPath(), { recursive: true });
  try {
    // `wx`: of two first starts only one writes.
    const file = await open(path, "wx", 0o600);
    await file.writeFile(`${randomBytes(48).toString("base64url")}\n`);
    await file.sync();
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return (await readFile(path, "utf8")).trim();
}
