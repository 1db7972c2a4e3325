import type { EnqueuedTask } from "meilisearch";
import { ask, type MeiliConnection, untilDone } from "#lib/adapters/search/meilisearch/client";
import type { StoredDoc } from "#lib/adapters/search/meilisearch/documents";

/** The server takes 100 MB at once unless somebody lowered that; so there is room for one very long document more. */
const MAX_PIECE_CHARS = 8_000_000;
/** Tasks that wait together are done together, which is many times as fast as one by one. */
const MAX_WAITING = 12;
const CHANGE_TIMEOUT_MS = 60_000;
/** A rebuild waits behind its own pieces, and nobody waits for it. */
const REBUILD_TIMEOUT_MS = 3_600_000;

export type HowToWrite = "replace" | "update";

/**
 * Writes documents and waits until they can be found.
 * @param how `replace` takes the place of a document of the same id; `update` changes the given fields of those that
 *   exist and makes none.
 * @throws AppError `search_down`; `internal` with the server's sentence when a document cannot be taken.
 */
export async function writeDocuments(
  meili: MeiliConnection,
  uid: string,
  docs: readonly StoredDoc[],
  how: HowToWrite = "replace",
): Promise<void> {
  const writer = openWriter(meili, uid, how, CHANGE_TIMEOUT_MS);
  for (const doc of docs) await writer.add(doc);
  await writer.finish();
}

/** Writes a stream of documents: memory and the server's queue hold a few pieces of it at a time. */
export function openBulkWriter(meili: MeiliConnection, uid: string, how: HowToWrite = "replace") {
  return openWriter(meili, uid, how, REBUILD_TIMEOUT_MS);
}

function openWriter(meili: MeiliConnection, uid: string, how: HowToWrite, timeoutMs: number) {
  const waiting: number[] = [];
  let piece: string[] = [];
  let chars = 0;
  const send = async () => {
    if (piece.length === 0) return;
    const body = piece;
    piece = [];
    chars = 0;
    waiting.push((await ask(() => enqueue(meili, uid, body, how))).taskUid);
    while (waiting.length > MAX_WAITING) await waitForOldest();
  };
  const waitForOldest = async () => void (await untilDone(meili.write, waiting.shift() ?? 0, timeoutMs));
  return {
    async add(doc: StoredDoc): Promise<void> {
      const line = JSON.stringify(doc);
      if (chars + line.length > MAX_PIECE_CHARS) await send();
      piece.push(line);
      chars += line.length;
    },
    /** Sends the rest and waits for everything. */
    async finish(): Promise<void> {
      await send();
      while (waiting.length > 0) await waitForOldest();
    },
  };
}

function enqueue(meili: MeiliConnection, uid: string, lines: string[], how: HowToWrite): Promise<EnqueuedTask> {
  const index = meili.write.index(uid);
  const body = lines.join("\n");
  return how === "replace"
    ? index.addDocumentsFromString(body, "application/x-ndjson", { primaryKey: "id" })
    : index.updateDocumentsFromString(body, "application/x-ndjson", { primaryKey: "id", skipCreation: true });
}
