import { db } from "#lib/data/client";
import { listKeyRows } from "#lib/data/signing-keys";
import { writeKeyList } from "#lib/schemas/key-list";
import { lastGood } from "#lib/services/cases/last-good";
import { type ListedKey, listKeys } from "#lib/services/keys/list-keys";

/** Every key there ever was, newest first; the last known list while the database is down. */
export async function getPublicKeys(): Promise<ListedKey[]> {
  return lastGood("keys", listKeys);
}

/** The same as the file that programs read (lib/schemas/key-list.ts). */
export async function getPublicKeyList(): Promise<string> {
  return lastGood("key-list", async () => writeKeyList(await listKeyRows(db())));
}
