import { db } from "#lib/data/client";

/** Of the posts, so many are under the one large hashtag. */
export const TAGGED_SHARE = 5;
export const LARGE_TAG = "tag0";

/**
 * An archive of that many posts, made inside PostgreSQL: 4 % as many accounts, of which few post most; three posts in ten
 * copy one of a few phrasings in one of three wordings; sixty days; a seventh are reposts; a hashtag on every fifth post
 * and 5,000 small ones. The large hashtag's posts are copies, all of them: the hardest that its page can meet.
 */
export async function fillArchive(posts: number): Promise<void> {
  const accounts = Math.ceil(posts / 25);
  const copied = Math.ceil(posts * 0.03);
  const own = Math.ceil(posts * 0.7);
  const run = (sql: string) => db().$executeRawUnsafe(sql);
  await run(`CREATE TABLE g_account AS SELECT i, uuidv7() AS id FROM generate_series(0, ${accounts - 1}) i`);
  await run(
    `INSERT INTO account (id, platform, handle, display_name) SELECT id, 'x', 'user_' || i, 'User ' || i FROM g_account`,
  );
  await run(
    `CREATE TABLE g_phrasing AS SELECT i, uuidv7() AS id FROM generate_series(0, ${copied + own - 1}) i ORDER BY random()`,
  );
  await run(`INSERT INTO phrasing (id) SELECT id FROM g_phrasing`);
  await run(`CREATE TABLE g_wording AS SELECT i, uuidv7() AS id, CASE WHEN i < ${copied + own} THEN i ELSE i % ${copied} END AS p
               FROM generate_series(0, ${3 * copied + own - 1}) i ORDER BY random()`);
  await run(`INSERT INTO wording (id, fold_version, digest, folded, text, body, sketch_version, bands, pivot_bands, phrasing_id, pivot_id, nearness)
             SELECT w.id, 1, md5(w.i::text) || md5((w.i + 1)::text), t, t, t, 1, '{}', '{}', p.id, w.id, 1
               FROM g_wording w JOIN g_phrasing p ON p.i = w.p, LATERAL (SELECT left(repeat(md5(w.i::text) || ' ', 5), 140) AS t) x`);
  await run(`CREATE TABLE g_post AS
             SELECT i, uuidv7() AS id, floor(power(random(), 2) * ${accounts})::int AS a, random() < 0.15 AS is_repost,
                    timestamptz '2018-06-01' + sqrt(random()) * interval '60 days' AS at,
                    CASE WHEN i % 10 IN (1, 4, 6)
                         THEN floor(power(random(), 3) * ${copied})::int + CASE WHEN random() < 0.3 THEN ${copied + own} ELSE 0 END
                         ELSE ${copied} + (i::bigint * 7 / 10)::int END AS w
               FROM generate_series(0, ${posts - 1}) i`);
  await run(`INSERT INTO post (id, platform, platform_id, canonical_url, account_id, text, language, posted_at, wording_id, first_seen_at, last_seen_at, availability)
             SELECT g.id, 'x', (1000000000000000000 + g.i)::text, 'https://x.com/i/status/' || g.i, a.id,
                    CASE WHEN g.is_repost THEN 'RT @someone: ' ELSE '' END || w.id, 'ar', g.at, w.id, now(), now(), 'content'
               FROM g_post g JOIN g_account a ON a.i = g.a JOIN g_wording w ON w.i = least(g.w, ${3 * copied + own - 1}) ORDER BY g.i`);
  await run(
    `INSERT INTO hashtag (id, text, folded) SELECT uuidv7(), 'tag' || i, 'tag' || i FROM generate_series(0, 4999) i`,
  );
  await run(`CREATE TABLE g_tag AS SELECT id, substr(folded, 4)::int AS i FROM hashtag`);
  await run(`INSERT INTO post_hashtag (post_id, hashtag_id, posted_at, account_id, wording_id, is_repost)
             SELECT p.id, t.id, p.posted_at, p.account_id, p.wording_id, g.is_repost
               FROM (SELECT id, is_repost, 0 AS tag FROM g_post WHERE i % ${TAGGED_SHARE} = 1
                     UNION ALL SELECT id, is_repost, 1 + floor(power(random(), 4) * 4999)::int FROM g_post WHERE i % 3 <> 0) g
               JOIN post p ON p.id = g.id JOIN g_tag t ON t.i = g.tag ON CONFLICT DO NOTHING`);
  await run(`UPDATE phrasing f SET wording_count = c.wordings, post_count = c.posts, repost_count = c.reposts, account_count = c.accounts
               FROM (SELECT w.phrasing_id, count(DISTINCT w.id) AS wordings, count(*) AS posts, count(*) FILTER (WHERE is_repost(p.text)) AS reposts,
                            count(DISTINCT p.account_id) AS accounts
                       FROM post p JOIN wording w ON w.id = p.wording_id GROUP BY 1) c WHERE c.phrasing_id = f.id`);
  for (const table of ["g_account", "g_phrasing", "g_wording", "g_post", "g_tag"]) await run(`DROP TABLE ${table}`);
  await run("VACUUM ANALYZE");
}
