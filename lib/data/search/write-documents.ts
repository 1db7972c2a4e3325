import type { PhrasingPatch, SearchDoc } from "#lib/core/search/search-index";
import { foldText } from "#lib/core/text/fold";
import { storableText } from "#lib/core/text/storable";
import type { Db } from "#lib/data/client";

import { tsVectorOf } from "#lib/data/search/ts-vector";
import { Prisma } from "#prisma/generated/client";

/** `search_document`, or the table of a rebuild that is under way. */
export type DocumentTable = "search_document" | "search_document_staged";

const COLUMNS = Prisma.raw(`id, kind, entity_id, title, text, folded, tsv, platform, account, account_name, hashtags,
  language, outcome, url, capture_id, case_ids, wording_id, phrasing_id, copies, supplied_by,
  at, indexed_at`);

/** Adds or replaces documents; of two with one id the last counts. */
export async function writeDocuments(db: Db, docs: SearchDoc[], table: DocumentTable): Promise<void> {
  const rows = [...new Map(docs.map((doc) => [doc.id, toRow(doc)])).values()];
  if (rows.length === 0) return;
  await db.$executeRaw`
    INSERT INTO ${Prisma.raw(table)} (${COLUMNS})
    SELECT d.id, d.kind, d."entityId"::uuid, d.title, d.text, d.folded, d.tsv::tsvector, d.platform, d.account,
           d."accountName", ARRAY(SELECT jsonb_array_elements_text(d.hashtags)), d.language, d.outcome, d.url,
           d."captureId"::uuid, ARRAY(SELECT jsonb_array_elements_text(d."caseIds")), d."wordingId"::uuid,
           d."phrasingId"::uuid, d.copies, d."suppliedBy", d.at::timestamptz, clock_timestamp()
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS d(
             id text, kind text, "entityId" text, title text, text text, folded text, tsv text, platform text,
             account text, "accountName" text, hashtags jsonb, language text, outcome text, url text,
             "captureId" text, "caseIds" jsonb, "wordingId" text, "phrasingId" text, copies int,
             "suppliedBy" text, at text)
    ON CONFLICT (id) DO UPDATE SET
      title = EXCLUDED.title, text = EXCLUDED.text, folded = EXCLUDED.folded, tsv = EXCLUDED.tsv,
      platform = EXCLUDED.platform, account = EXCLUDED.account, account_name = EXCLUDED.account_name,
      hashtags = EXCLUDED.hashtags, language = EXCLUDED.language, outcome = EXCLUDED.outcome, url = EXCLUDED.url,
      capture_id = EXCLUDED.capture_id, case_ids = EXCLUDED.case_ids, wording_id = EXCLUDED.wording_id,
      phrasing_id = EXCLUDED.phrasing_id, copies = EXCLUDED.copies, supplied_by = EXCLUDED.supplied_by, at = EXCLUDED.at, indexed_at = EXCLUDED.indexed_at`;
}

/** Removes documents; an unknown id is no error. */
export async function removeDocuments(db: Db, ids: string[]): Promise<void> {
  await db.searchDocument.deleteMany({ where: { id: { in: ids } } });
}

/** Writes into documents which phrasing they belong to now; what is as it was is not written. */
export async function patchPhrasings(db: Db, changes: PhrasingPatch[]): Promise<void> {
  if (changes.length === 0) return;
  await db.$executeRaw`
    UPDATE search_document s SET phrasing_id = c."phrasingId", copies = c.copies, patched_at = clock_timestamp()
      FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS c(id text, "phrasingId" uuid, copies int)
     WHERE s.id = c.id AND (s.phrasing_id IS DISTINCT FROM c."phrasingId" OR s.copies <> c.copies)`;
}

/** Opens the table of a rebuild, in the transaction of the rebuild: it is gone with it, whatever happens. */
export async function openStaging(db: Db): Promise<Date> {
  await db.$executeRaw`CREATE TEMP TABLE search_document_staged (LIKE search_document) ON COMMIT DROP`;
  await db.$executeRaw`ALTER TABLE search_document_staged ADD PRIMARY KEY (id)`;
  const [row] = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  return row?.now ?? new Date();
}

/**
 * Puts the rebuilt documents in the place of the old ones. Readers go on and see the old until the commit; writers wait.
 * Documents written since the rebuild began are newer than its batches and stay; where only the phrasing was written,
 * that stays.
 */
export async function swapStaging(db: Db, startedAt: Date): Promise<void> {
  await db.$executeRaw`LOCK TABLE search_document IN SHARE ROW EXCLUSIVE MODE`;
  await db.$executeRaw`
    UPDATE search_document_staged n SET phrasing_id = s.phrasing_id, copies = s.copies, patched_at = s.patched_at
      FROM search_document s
     WHERE s.id = n.id AND s.patched_at >= ${startedAt}`;
  await db.$executeRaw`DELETE FROM search_document WHERE indexed_at < ${startedAt}`;
  await db.$executeRaw`
    INSERT INTO search_document (${COLUMNS}, patched_at)
    SELECT ${COLUMNS}, patched_at FROM search_document_staged
    ON CONFLICT (id) DO NOTHING`;
}

function toRow(doc: SearchDoc) {
  const text = storableText(doc.text);
  const title = doc.title === null ? null : storableText(doc.title);
  const accountName = doc.accountName === null ? null : storableText(doc.accountName);
  const folded = foldText(text);
  const names = foldText(`${accountName ?? ""} ${doc.account ?? ""}`);
  const suppliedBy = doc.suppliedBy === null ? null : storableText(doc.suppliedBy);
  const tsv = tsVectorOf({ title: foldText(title ?? ""), text: folded, names });
  return { ...doc, text, title, accountName, suppliedBy, folded, tsv, at: new Date(doc.at).toISOString() };
}
