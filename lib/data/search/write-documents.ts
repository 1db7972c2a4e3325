import { namesOf } from "#lib/core/search/names";
import type { PhrasingPatch, SearchDoc } from "#lib/core/search/search-index";
import { foldText } from "#lib/core/text/fold";
import { storable } from "#lib/core/text/storable";
import type { Db } from "#lib/data/client";
import { ADDRESS_MARK, COPIED, marksOf, quoteLexeme } from "#lib/data/search/lexemes";
import { tsVectorOf } from "#lib/data/search/ts-vector";
import { Prisma } from "#prisma/generated/client";

/** What a document says; the rest of its row is how the index keeps it. */
export const STORED_COLUMNS =
  Prisma.raw(`id, kind, entity_id, title, text, tsv, platform, account, account_name, hashtags, language,
  outcome, url, capture_id, case_ids, wording_id, phrasing_id, copies, supplied_by, at`);
const READ_COLUMNS =
  Prisma.raw(`d.id, d.kind, d."entityId"::uuid, d.title, d.text, d.tsv::tsvector, d.platform, d.account,
  d."accountName", ARRAY(SELECT json_array_elements_text(d.hashtags)), d.language, d.outcome, d.url,
  d."captureId"::uuid, ARRAY(SELECT json_array_elements_text(d."caseIds")), d."wordingId"::uuid, d."phrasingId"::uuid, d.copies,
  d."suppliedBy", d.at::timestamptz`);
const RECORD = Prisma.raw(`d(id text, kind text, "entityId" text, title text, text text, tsv text, platform text,
  account text, "accountName" text, hashtags json, language text, outcome text, url text,
  "captureId" text, "caseIds" json, "wordingId" text, "phrasingId" text, copies int, "suppliedBy" text, at text)`);

/** Adds or replaces documents, and counts the words of those that are new; of two with one id the last counts. */
export async function writeDocuments(db: Db, docs: SearchDoc[]): Promise<void> {
  const rows = toRows(docs);
  if (rows.length === 0) return;
  // In one order, so that two writers wait for each other and never both.
  await db.$executeRaw`
    WITH written AS (
      INSERT INTO search_document (${STORED_COLUMNS}, slice, indexed_at)
      SELECT ${READ_COLUMNS}, coalesce(width_bucket(d.at::timestamptz, (SELECT bounds FROM search_slices)), 0), clock_timestamp()
        FROM json_to_recordset(${JSON.stringify(rows)}::json) AS ${RECORD}
       ORDER BY d.id
      ON CONFLICT (id) DO UPDATE SET
        title = EXCLUDED.title, text = EXCLUDED.text, tsv = EXCLUDED.tsv, platform = EXCLUDED.platform,
        account = EXCLUDED.account, account_name = EXCLUDED.account_name, hashtags = EXCLUDED.hashtags,
        language = EXCLUDED.language, outcome = EXCLUDED.outcome, url = EXCLUDED.url,
        capture_id = EXCLUDED.capture_id, case_ids = EXCLUDED.case_ids, wording_id = EXCLUDED.wording_id,
        phrasing_id = EXCLUDED.phrasing_id, copies = EXCLUDED.copies, supplied_by = EXCLUDED.supplied_by,
        at = EXCLUDED.at, slice = EXCLUDED.slice, indexed_at = EXCLUDED.indexed_at
      RETURNING tsv, xmax = 0 AS is_new
    )
    INSERT INTO search_word (word, docs)
    SELECT word, count(*) FILTER (WHERE is_new) FROM written, unnest(tsvector_to_array(tsv)) AS word
     WHERE NOT starts_with(word, ${ADDRESS_MARK})
     GROUP BY word ORDER BY word COLLATE "C"
    ON CONFLICT (word) DO UPDATE SET docs = search_word.docs + EXCLUDED.docs WHERE EXCLUDED.docs > 0`;
}

/** Writes documents into the table of a rebuild, which has no index yet. One id comes once. */
export async function stageDocuments(db: Db, docs: SearchDoc[], table: string): Promise<void> {
  const rows = toRows(docs);
  if (rows.length === 0) return;
  await db.$executeRaw`
    INSERT INTO ${Prisma.raw(table)} (${STORED_COLUMNS})
    SELECT ${READ_COLUMNS} FROM json_to_recordset(${JSON.stringify(rows)}::json) AS ${RECORD}`;
}

/** Removes documents; an unknown id is no error. */
export async function removeDocuments(db: Db, ids: string[]): Promise<void> {
  await db.searchDocument.deleteMany({ where: { id: { in: ids } } });
}

/** Writes into documents which phrasing they belong to now; what is as it was is not written. */
export async function patchPhrasings(db: Db, changes: PhrasingPatch[]): Promise<void> {
  if (changes.length === 0) return;
  await db.$executeRaw`
    UPDATE search_document s SET phrasing_id = c."phrasingId", copies = c.copies, patched_at = clock_timestamp(),
           tsv = ${withCopied(Prisma.sql`s.tsv`, Prisma.sql`c.copies`)}
      FROM json_to_recordset(${JSON.stringify(changes)}::json) AS c(id text, "phrasingId" uuid, copies int)
     WHERE s.id = c.id AND (s.phrasing_id IS DISTINCT FROM c."phrasingId" OR s.copies <> c.copies)`;
}

/** A vector that says whether there are copies. */
export function withCopied(tsv: Prisma.Sql, copies: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    CASE WHEN ${copies} > 1 THEN ${tsv} || ${quoteLexeme(COPIED)}::tsvector ELSE ts_delete(${tsv}, ${COPIED}) END`;
}

function toRows(docs: readonly SearchDoc[]) {
  return [...new Map(docs.map((doc) => [doc.id, toRow(doc)])).values()];
}

function toRow({ bands: _, ...written }: SearchDoc) {
  const doc = storable(written) as typeof written;
  const tsv = tsVectorOf({
    title: foldText(doc.title ?? ""),
    text: foldText(doc.text),
    names: namesOf(doc),
    marks: marksOf(doc),
  });
  return { ...doc, tsv, at: new Date(doc.at).toISOString() };
}
