import pg from "pg";
import { startEmbeddedPostgres } from "#lib/adapters/postgres/embedded-postgres";
import { SKETCH_VERSION } from "#lib/core/duplicates/version";
import { FOLD_VERSION } from "#lib/core/text/fold";
import { closeDb, db } from "#lib/data/client";
import { applyMigrations } from "#lib/data/migrations";
import { recountPhrasings } from "#lib/data/phrasings";
import { postgresIndex } from "#lib/data/search/postgres-index";
import { wordingDigest } from "#lib/data/wordings";
import { setEnv } from "#lib/env";
import { rebuildPhrasings } from "#lib/services/phrasings/rebuild-phrasings";
import { makeCorpus } from "#test/bench/search/corpus";
import { readVocabulary } from "#test/bench/texts/vocabulary";
import { buildPerson } from "#test/builders/person";

const N = Number(process.argv[2] ?? 100000);
const log = (...a: unknown[]) => console.log(new Date().toISOString().slice(11, 19), ...a);
const server = await startEmbeddedPostgres("/tmp/copies-bench/postgres", 54499);
{
  const admin = new pg.Client({ connectionString: server.url("postgres") });
  await admin.connect();
  await admin.query("DROP DATABASE IF EXISTS daleel WITH (FORCE)");
  await admin.query("CREATE DATABASE daleel");
  await admin.end();
}
await applyMigrations(server.url("daleel"));
setEnv({
  DATABASE_URL: server.url("daleel"),
  DALEEL_DATA_DIR: "/tmp/copies-bench/data",
  NEXTAUTH_SECRET: "bench-secret-bench-secret-bench-secret",
});
const c = new pg.Client({ connectionString: server.url("daleel") });
await c.connect();
const corpus = makeCorpus(await readVocabulary("/work/shared/data/ira-sample.csv.gz"), N);
log("corpus ready");
await buildPerson({ role: "editor" });
const accounts = new Map<string, string>();
async function* feed() {
  let n = 0;
  for (const { docs, wordings } of corpus.batches(5000)) {
    await c.query(
      `INSERT INTO wording (id, fold_version, digest, folded, text, body, bands, pivot_bands, sketch_version)
       SELECT r.id, ${FOLD_VERSION}, r.digest, r.folded, r.text, r.body, ARRAY(SELECT jsonb_array_elements_text(r.bands)::int), '{}', ${SKETCH_VERSION}
         FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, digest text, folded text, text text, body text, bands jsonb)`,
      [JSON.stringify(wordings.map((w) => ({ ...w, digest: wordingDigest(w.folded) })))],
    );
    const fresh = [...new Set(docs.map((d) => d.account ?? ""))].filter((a) => !accounts.has(a));
    for (const a of fresh) accounts.set(a, crypto.randomUUID());
    await c.query(
      `INSERT INTO account (id, platform, handle) SELECT r.id, 'x', r.handle FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, handle text)`,
      [JSON.stringify(fresh.map((handle) => ({ id: accounts.get(handle), handle })))],
    );
    await c.query(
      `INSERT INTO post (id, platform, platform_id, canonical_url, account_id, text, language, posted_at, wording_id, first_seen_at, last_seen_at, availability)
       SELECT r.id, 'x', r.id::text, r.url, r.acc, r.text, r.language, r.at, r.wid, now(), now(), 'content'
         FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, url text, acc uuid, text text, language text, at timestamptz, wid uuid)`,
      [
        JSON.stringify(
          docs.map((d) => ({
            id: d.entityId,
            url: d.url,
            acc: accounts.get(d.account ?? ""),
            text: d.text,
            language: d.language,
            at: d.at,
            wid: d.wordingId,
          })),
        ),
      ],
    );
    yield docs;
    n += docs.length;
    if (n % 100000 === 0) log(n);
  }
}
log("reindex", await postgresIndex.reindex(feed()));
await c.query("VACUUM ANALYZE wording");
await c.query("VACUUM ANALYZE post");
await c.query("VACUUM ANALYZE search_document").catch(() => {});
log("rebuild", await rebuildPhrasings());
const ids = (await c.query("select id from phrasing")).rows.map((r: { id: string }) => r.id);
for (let i = 0; i < ids.length; i += 20000) await recountPhrasings(db(), ids.slice(i, i + 20000));
await c.query("VACUUM ANALYZE");
log("ready", ids.length, "phrasings");
const { writeFileSync } = await import("node:fs");
writeFileSync("/tmp/copies-bench/planted.json", JSON.stringify(corpus.planted.slice(0, 400)));
await c.end();
await closeDb();
await server.stop();
