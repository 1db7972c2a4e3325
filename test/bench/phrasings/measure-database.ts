import pg from "pg";
import { LikenessProbe } from "#lib/core/duplicates/likeness";
import { bandsOf } from "#lib/core/duplicates/sketch";
import { SKETCH_VERSION } from "#lib/core/duplicates/version";
import { FOLD_VERSION } from "#lib/core/text/fold";
import { db } from "#lib/data/client";
import { findNearWordings } from "#lib/data/near-wordings";
import { ensureWording } from "#lib/data/wordings";
import { env } from "#lib/env";
import { rebuildPhrasings } from "#lib/services/phrasings/rebuild-phrasings";
import { settleWordings } from "#lib/services/phrasings/settle-wordings";
import { type Figure, figure } from "#test/bench/figures";
import { percentile, shuffled } from "#test/bench/phrasings/measure-upkeep";
import { withArchive } from "#test/bench/with-archive";
import type { Body } from "#test/builders/memory-families";

const ONE_BY_ONE = 300;
/** Writing every place of a million anew takes longer than anybody waits for a bench. */
const MAX_WORDINGS = 200_000;
const BATCH = 5_000;

/** The same through PostgreSQL: filling, a rebuild, one new wording, finding what is near to a text. */
export async function measureDatabase(all: readonly Body[]): Promise<Figure[]> {
  const arriving = shuffled(all, 5).slice(-MAX_WORDINGS);
  const held = arriving.slice(0, Math.max(0, arriving.length - ONE_BY_ONE));
  return withArchive(async () => {
    const figures: Figure[] = [];
    const filled = await seconds(() => fill(held));
    figures.push(figure(`database: filling ${held.length} wordings`, filled, "s"));
    const built = await seconds(() => rebuildPhrasings());
    figures.push(figure("database: first rebuild, everything written", built, "s"));
    await db().$executeRaw`ANALYZE wording`;
    let report = { differences: null as number | null };
    const again = await seconds(async () => {
      report = await rebuildPhrasings();
    });
    figures.push(figure("database: rebuild that finds no difference", again, "s"));
    figures.push(
      figure("database: differences of that rebuild", report.differences ?? Number.NaN, "", { target: "0" }),
    );
    const arrivals: number[] = [];
    const finds: number[] = [];
    for (const { body } of arriving.slice(held.length)) {
      arrivals.push(1000 * (await seconds(() => arrive(body))));
    }
    const probe = new LikenessProbe();
    for (const { body } of arriving.slice(0, ONE_BY_ONE)) {
      finds.push(
        1000 *
          (await seconds(async () => {
            const near = await findNearWordings(db(), bandsOf(body));
            probe.loadText(body);
            for (const wording of near) probe.likenessTo(wording.body);
          })),
      );
    }
    const last = await rebuildPhrasings();
    figures.push(
      figure("database: one new wording written and settled, p50", percentile(arrivals, 0.5), "ms"),
      figure("database: one new wording written and settled, p99", percentile(arrivals, 0.99), "ms", {
        target: "≤ 25",
      }),
      figure("database: near wordings of a text, measured, p50", percentile(finds, 0.5), "ms"),
      figure("database: near wordings of a text, measured, p95", percentile(finds, 0.95), "ms", { target: "≤ 30" }),
      figure("database: differences after the arrivals", last.differences ?? Number.NaN, "", { target: "0" }),
    );
    return figures;
  });
}

async function arrive(text: string): Promise<void> {
  await db().$transaction((tx) => ensureWording(tx, text));
  await settleWordings();
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

/** As a bulk import would write them, without a place yet. */
async function fill(bodies: readonly Body[]): Promise<void> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  try {
    for (let i = 0; i < bodies.length; i += BATCH) {
      const rows = bodies.slice(i, i + BATCH).map(({ digest, body }) => ({ digest, body, bands: bandsOf(body) }));
      await client.query(
        `INSERT INTO wording (id, fold_version, digest, folded, text, body, bands, sketch_version, pivot_bands)
         SELECT gen_random_uuid(), $2, digest, body, body, body, ARRAY(SELECT jsonb_array_elements_text(bands)::int), $3, '{}'
           FROM jsonb_to_recordset($1::jsonb) AS r(digest text, body text, bands jsonb)`,
        [JSON.stringify(rows), FOLD_VERSION, SKETCH_VERSION],
      );
    }
  } finally {
    await client.end();
  }
}
