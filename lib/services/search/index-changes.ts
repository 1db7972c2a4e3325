import { copiesStep } from "#lib/core/search/copies-step";
import type { SearchIndex } from "#lib/core/search/search-index";
import { db } from "#lib/data/client";
import { listPhrasingsOfPosts, recountPhrasings } from "#lib/data/phrasings";
import { readCaptureDocuments } from "#lib/data/search/capture-documents";
import { readPhrasingPatches } from "#lib/data/search/phrasing-patches";
import { readPostDocuments } from "#lib/data/search/post-documents";
import { readSuppliedDocuments } from "#lib/data/search/supplied-documents";
import { announceChange } from "#lib/data/search-outbox";
import { AppError } from "#lib/errors";

const READERS = {
  post: readPostDocuments,
  capture: readCaptureDocuments,
  supplied: readSuppliedDocuments,
} as const;

type Change = { kind: string; entityId: string };

/**
 * Tells an engine of changes: documents are read from the record and written, those that are no more are removed, the
 * documents of phrasings are patched. Done twice it makes no difference.
 * @throws AppError `search_down`; `internal` for a kind of change that nobody knows.
 */
export async function indexChanges(index: SearchIndex, changes: readonly Change[]): Promise<void> {
  const idsOf = (kind: string) => [
    ...new Set(changes.filter((change) => change.kind === kind).map((change) => change.entityId)),
  ];
  const unknown = changes.find(({ kind }) => kind !== "phrasing" && !Object.hasOwn(READERS, kind));
  if (unknown) throw new AppError("internal", `Unknown kind of change: ${unknown.kind}`);
  const moved = idsOf("phrasing");
  await recount(moved, await listPhrasingsOfPosts(db(), idsOf("post")));
  for (const [kind, read] of Object.entries(READERS)) {
    const ids = idsOf(kind);
    if (ids.length === 0) continue;
    const docs = await read(db(), ids);
    const found = new Set(docs.map((doc) => doc.id));
    const gone = ids.map((id) => `${kind}:${id}`).filter((id) => !found.has(id));
    if (docs.length > 0) await index.index(docs);
    if (gone.length > 0) await index.remove(gone);
  }
  for (const id of moved) {
    for await (const patches of readPhrasingPatches(db(), id)) await index.patch(patches);
  }
}

/**
 * Counts phrasings anew. Where the number passed a step all their documents have to hear of it: a change of its own, written
 * with the number, so that it is not forgotten when the engine fails before it heard.
 * @param moved those whose documents hear of it now.
 */
async function recount(moved: readonly string[], others: readonly string[]): Promise<void> {
  await db().$transaction(async (tx) => {
    const counted = await recountPhrasings(tx, [...new Set([...moved, ...others])]);
    const stepped = counted.filter(
      ({ id, before, after }) => copiesStep(before) !== copiesStep(after) && !moved.includes(id),
    );
    await announceChange(
      tx,
      "phrasing",
      stepped.map(({ id }) => id),
    );
  });
}
