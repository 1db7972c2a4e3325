import { createHash, randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { keysFolder } from "#lib/adapters/keys/private-key-files";
import { toAppError } from "#lib/errors";

/** The key that seals stored access. It lives in a file beside the signing keys, never in the database. */
export type CredentialsKey = {
  /** The first 16 hex digits of the key's SHA-256. */
  id: string;
  /** 32 bytes, for AES-256. */
  secret: Buffer;
};

const KEY_BYTES = 32;

const keyPath = () => join(keysFolder(), "credentials.key");

/**
 * The key as it is on the disk.
 * @returns undefined when there is none, or what is there is no key: opening must never make a new one.
 */
export async function readCredentialsKey(): Promise<CredentialsKey | undefined> {
  const text = await readFile(keyPath(), "utf8").catch(() => undefined);
  const secret = Buffer.from(text?.trim() ?? "", "base64");
  if (secret.length !== KEY_BYTES) return undefined;
  return { id: createHash("sha256").update(secret).digest("hex").slice(0, 16), secret };
}

/**
 * The key, made on first use. A hard link comes whole or not at all, so of two processes that make one at once both
 * end with the same; a file that is there is never overwritten, also not one that is damaged.
 * @throws AppError `storage_failed` when the folder cannot be written or the file there holds no key.
 */
export async function ensureCredentialsKey(): Promise<CredentialsKey> {
  const found = await readCredentialsKey();
  if (found) return found;
  const temporary = join(keysFolder(), `.credentials-${randomUUID()}`);
  try {
    await mkdir(keysFolder(), { recursive: true, mode: 0o700 });
    await writeSynced(temporary, `${randomBytes(KEY_BYTES).toString("base64")}\n`);
    await link(temporary, keyPath()).catch((thrown: NodeJS.ErrnoException) => {
      if (thrown.code !== "EEXIST") throw thrown;
    });
    await syncFolder(keysFolder());
  } catch (thrown) {
    throw toAppError(thrown);
  } finally {
    await rm(temporary, { force: true });
  }
  const made = await readCredentialsKey();
  if (!made) throw toAppError(Object.assign(new Error(`${keyPath()} holds no key`), { code: "EACCES" }));
  return made;
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
