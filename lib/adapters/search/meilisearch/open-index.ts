import {
  ask,
  connect,
  finish,
  type MeiliConnection,
  type MeiliTimeouts,
} from "#lib/adapters/search/meilisearch/client";
import { toStored, toStoredId, toStoredPatch } from "#lib/adapters/search/meilisearch/documents";
import { checkIndex, countBuilding } from "#lib/adapters/search/meilisearch/health";
import {
  buildingUid,
  bury,
  createdAt,
  type Exclusively,
  rebuild,
  tidy,
} from "#lib/adapters/search/meilisearch/rebuild";
import { search } from "#lib/adapters/search/meilisearch/search";
import { INDEX_VERSION } from "#lib/adapters/search/meilisearch/settings";
import { similar } from "#lib/adapters/search/meilisearch/similar";
import { writeDocuments } from "#lib/adapters/search/meilisearch/write";
import type { SearchEngine } from "#lib/core/search/search-engine";
import type { PhrasingPatch, SearchDoc } from "#lib/core/search/search-index";

export type MeiliOptions = {
  url: string;
  key: string;
  /** Name of the index; two archives on one server need two. */
  uid: string;
  exclusively: Exclusively;
  timeouts?: MeiliTimeouts;
};

/** The search engine for newsrooms with much to search: a Meilisearch server, its index made and kept by Daleel. */
export function openMeilisearch({ url, key, uid, exclusively, timeouts }: MeiliOptions): SearchEngine {
  const meili = connect(url, key, uid, timeouts);
  return {
    name: "meilisearch",
    version: INDEX_VERSION,
    identity: () => createdAt(meili, uid),
    countBuilding: () => countBuilding(meili),
    tidy: () => tidy(meili, exclusively),
    index: {
      index: (docs) => index(meili, docs),
      remove: (ids) => remove(meili, ids),
      patch: (changes) => patch(meili, changes),
      similar: (query) => similar(meili, query),
      search: (query) => search(meili, query),
      reindex: (batches) => rebuild(meili, batches, exclusively),
      health: () => checkIndex(meili),
    },
  };
}

async function index(meili: MeiliConnection, docs: readonly SearchDoc[]): Promise<void> {
  if (docs.length === 0) return;
  const during = await createdAt(meili, buildingUid(meili));
  const last = new Map(docs.map((doc) => [doc.id, toStored(doc, during)]));
  await writeDocuments(meili, meili.uid, [...last.values()]);
}

async function remove(meili: MeiliConnection, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const during = await createdAt(meili, buildingUid(meili));
  const stored = ids.map(toStoredId);
  await finish(meili.write, () => meili.write.index(meili.uid).deleteDocuments(stored));
  if (during !== null) await bury(meili, stored, during);
}

async function patch(meili: MeiliConnection, changes: readonly PhrasingPatch[]): Promise<void> {
  if (changes.length === 0) return;
  const during = await createdAt(meili, buildingUid(meili));
  const orphans = changes.filter((change) => change.phrasingId === null).map((change) => toStoredId(change.id));
  const wordings = await readWordings(meili, orphans);
  const patches = changes.map((change) => toStoredPatch(change, wordings.get(toStoredId(change.id)) ?? null, during));
  await writeDocuments(meili, meili.uid, patches, "update");
}

/** What has no phrasing stands under its wording, which only the document knows. */
async function readWordings(meili: MeiliConnection, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const index = meili.write.index<{ id: string; wordingId?: string }>(meili.uid);
  // With a filter the ids travel in the body; an address has no room for a thousand.
  const wanted = { ids, filter: "wordingId EXISTS", fields: ["id", "wordingId"] as ("id" | "wordingId")[] };
  const { results } = await ask(() => index.getDocuments({ ...wanted, limit: ids.length }));
  return new Map(results.flatMap(({ id, wordingId }) => (wordingId ? [[id, wordingId]] : [])));
}
