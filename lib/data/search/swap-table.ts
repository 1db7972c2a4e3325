import type { Db } from "#lib/data/client";

/** Tables of the search index: names of ours, never of anybody's. */
type SearchTable = "search_document" | "search_word";

/** Where a rebuild puts the next version of a table. */
export const nextOf = (table: SearchTable) => `${table}_next`;

/** An empty table like one of ours, without indexes, in the place of one that an earlier rebuild left behind. */
export async function openNext(db: Db, table: SearchTable): Promise<void> {
  await db.$executeRawUnsafe(`DROP TABLE IF EXISTS ${nextOf(table)}`);
  await db.$executeRawUnsafe(`CREATE TABLE ${nextOf(table)} (LIKE ${table} INCLUDING DEFAULTS)`);
  const options = await db.$queryRaw<{ option: string }[]>`
    SELECT unnest(reloptions) AS option FROM pg_class WHERE oid = to_regclass(${table})`;
  for (const { option } of options) await db.$executeRawUnsafe(`ALTER TABLE ${nextOf(table)} SET (${option})`);
}

/** Makes every index of a table on its next version: on a full table that is far faster than filling them row by row. */
export async function indexNext(db: Db, table: SearchTable): Promise<void> {
  for (const { name, definition } of await listIndexes(db, table)) {
    const [head, tail] = definition.split(` ON public.${table} `);
    await db.$executeRawUnsafe(`${head?.replace(name, nextName(table, name))} ON ${nextOf(table)} ${tail}`);
  }
  await db.$executeRawUnsafe(
    `ALTER TABLE ${nextOf(table)} ADD PRIMARY KEY USING INDEX ${nextName(table, `${table}_pkey`)}`,
  );
  await db.$executeRawUnsafe(`ANALYZE ${nextOf(table)}`);
}

/** Puts the next version in the place of a table, in the caller's transaction, which must hold the table's lock. */
export async function swapNext(db: Db, table: SearchTable): Promise<void> {
  const indexes = await listIndexes(db, table);
  await db.$executeRawUnsafe(`DROP TABLE ${table}`);
  await db.$executeRawUnsafe(`ALTER TABLE ${nextOf(table)} RENAME TO ${table}`);
  for (const { name } of indexes) await db.$executeRawUnsafe(`ALTER INDEX ${nextName(table, name)} RENAME TO ${name}`);
}

const nextName = (table: SearchTable, index: string) => index.replace(table, nextOf(table));

async function listIndexes(db: Db, table: SearchTable): Promise<{ name: string; definition: string }[]> {
  return db.$queryRaw`
    SELECT indexname::text AS name, indexdef AS definition FROM pg_indexes
     WHERE schemaname = 'public' AND tablename = ${table} ORDER BY indexname`;
}
