import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { isRepost } from "#lib/core/posts/is-repost";
import { binPosts } from "#lib/core/spread/bin-posts";
import { closestPairs } from "#lib/core/spread/closest-pairs";
import { CO_POSTING_WINDOW_NAMES, type CoPost, coPosting, windowMs } from "#lib/core/spread/co-posting";
import { activityOf, concentration } from "#lib/core/spread/concentration";
import { floorTo } from "#lib/core/spread/time-bins";
import { sumBins, type TieTable } from "#lib/core/spread/views";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { spreadQuery, tieQuery } from "#lib/schemas/spread-query";
import { getAccount } from "#lib/services/accounts/get-account";
import { getTie } from "#lib/services/accounts/get-tie";
import { listAccountTies } from "#lib/services/accounts/list-account-ties";
import { getHashtag } from "#lib/services/hashtags/get-hashtag";
import { listHashtagTies } from "#lib/services/hashtags/list-hashtag-ties";
import { listPhrasingTies } from "#lib/services/phrasings/list-phrasing-ties";
import { buildPerson } from "#test/builders/person";
import type { PostWish } from "#test/builders/post";
import { buildPosts, readRecord } from "#test/builders/spread";

const TEXTS = [
  "The council never asked anybody about the harbour road before the lorries came",
  "Whoever drives past the old bakery in the morning knows that the bridge is closed again",
  "ارتفعت فواتير المياه في الحي القديم ثلاثة أضعاف منذ تركيب العدادات الجديدة",
  "لم ينشر المجلس محضر الجلسة التي تقرر فيها إغلاق سوق السمك أمام الصيادين",
  "Good morning",
];
const PEOPLE = ["Amal_1", "basim", "Carla", "dalia_x", "emre"];
const TAGS = ["ميناء", "Harbour"];
const START = Date.parse("2018-07-03T12:00:00Z");

/** Made by a generator with a fixed seed: many coincidences of text, account and time. */
const WISHES: PostWish[] = fc.sample(
  fc.record({
    text: fc
      .tuple(fc.constantFrom(...TEXTS), fc.constantFrom("", "", "", "RT @amal_1: "), fc.constantFrom("", " today"))
      .map(([text, before, after]) => `${before}${text}${after}`),
    handle: fc.constantFrom(...PEOPLE),
    hashtags: fc.subarray(TAGS, { minLength: 1 }),
    postedAt: fc.integer({ min: 0, max: 90 * 60 }).map((s) => new Date(START + s * 1000).toISOString()),
  }),
  { numRuns: 90, seed: 7 },
);
const LONELY = "Only one person ever wrote that the lighthouse keeper counts the gulls on Sundays";
/** One from years before, and one whose time nobody knows. */
const ODD: PostWish[] = [
  { text: TEXTS[0], handle: "basim", hashtags: ["ميناء"], postedAt: "2009-02-01T00:00:00Z" },
  { text: TEXTS[2], handle: "emre", hashtags: ["ميناء"], postedAt: "not a time" },
  // Passed on by others, but written once: no copied wording.
  { text: LONELY, handle: "carla", hashtags: ["ميناء"], postedAt: "2018-07-03T12:10:00Z" },
  { text: `RT @carla: ${LONELY}`, handle: "dalia_x", hashtags: ["ميناء"], postedAt: "2018-07-03T12:11:00Z" },
];

let actor: Actor;
let record: Awaited<ReturnType<typeof readRecord>>;

beforeAll(async () => {
  actor = await buildPerson();
  await buildPosts(actor, [...WISHES, ...ODD]);
  record = await readRecord();
});

const everything = spreadQuery.parse({});
const underTag = () => record.filter(({ tags }) => tags.includes("ميناء"));
const isCopied = (post: (typeof record)[number]) => !isRepost(post.text) && post.phrasingOriginals > 1;

/** The same posts counted by the pure function, in the bins that the page chose. */
function countedByHand(posts: typeof record, bins: NonNullable<Parameters<typeof binPosts>[1]>) {
  return binPosts(
    posts.map((post) => ({
      atMs: post.atMs,
      account: post.accountId,
      isRepost: isRepost(post.text),
      isCopied: isCopied(post),
    })),
    bins,
  );
}

const coPosts = (posts: typeof record): CoPost[] =>
  posts
    .filter((post) => isCopied(post) && post.bodyChars >= 20)
    .map(({ accountId, phrasing, atMs }) => ({ account: accountId ?? "", phrasing: phrasing ?? "", atMs }));

describe("a hashtag", () => {
  test("is counted as the pure functions count its posts, in either spelling", async () => {
    const view = await getHashtag(actor, "#ميناء", everything);
    const { spread } = view;
    const posts = underTag();
    expect(spread.posts).toBe(posts.length);
    expect(spread.reposts).toBe(posts.filter(({ text }) => isRepost(text)).length);
    expect(spread.reposts).toBeGreaterThan(3);
    const { timeline } = spread;
    expect(timeline).toMatchObject({ before: 1, after: 0, accountsBefore: 1, undated: 1, uncompared: 0 });
    expect(timeline.bins?.step).toBe("minute");
    const byHand = timeline.bins && countedByHand(posts, timeline.bins);
    expect(timeline.counts).toEqual(byHand?.bins);
    expect(byHand?.outside).toBe(1);
    expect(sumBins(timeline.counts).copied).toBeGreaterThan(5);
    const handles = Map.groupBy(posts, ({ handle }) => handle);
    expect(spread.concentration).toEqual(concentration(activityOf([...handles.values()].map((all) => all.length))));
    expect(spread.busiest.map(({ handle, posts: made }) => [handle, made]).toSorted()).toEqual(
      [...handles].map(([handle, all]) => [handle, all.length]).toSorted(),
    );
    expect(spread.firstPostedAt).toBe("2009-02-01T00:00:00.000Z");
    const shared = Map.groupBy(posts.filter(isCopied), ({ phrasing }) => phrasing);
    expect(spread.phrasings.map(({ id, postsHere, accountsHere }) => [id, postsHere, accountsHere]).toSorted()).toEqual(
      [...shared].map(([id, all]) => [id, all.length, new Set(all.map(({ handle }) => handle)).size]).toSorted(),
    );
  });

  test("draws the whole time when it is asked to, stragglers with it", async () => {
    const { spread } = await getHashtag(actor, "ميناء", spreadQuery.parse({ whole: "1" }));
    const { timeline } = spread;
    expect(timeline).toMatchObject({ before: 0, after: 0 });
    expect(timeline.bins && countedByHand(underTag(), timeline.bins).bins).toEqual(timeline.counts);
  });

  test("counts only the days that are asked for", async () => {
    const { spread } = await getHashtag(actor, "ميناء", spreadQuery.parse({ from: "2009-01-01", to: "2009-02-01" }));
    expect(spread.posts).toBe(1);
    expect(spread.timeline.counts.reduce((sum, bin) => sum + bin.newAccounts, 0)).toBe(1);
  });

  test.each(CO_POSTING_WINDOW_NAMES)("ties accounts as the pure function does, window %s", async (window) => {
    const { ties, total } = await listHashtagTies(actor, "ميناء", spreadQuery.parse({ window }));
    const names = new Map(record.map(({ accountId, handle }) => [accountId ?? "", handle]));
    const byHand = coPosting(coPosts(underTag()), { window, most: 50 });
    expect(total).toBe(byHand.total);
    expect(
      ties.map(({ a, b, ...tie }) => [a.handle, b.handle, tie.phrasings, tie.closePairs, tie.smallestGapMs]),
    ).toEqual(
      byHand.ties.map((tie) => [
        names.get(tie.a),
        names.get(tie.b),
        tie.phrasings.length,
        tie.closePairs,
        tie.smallestGapMs,
      ]),
    );
    expect(total).toBeGreaterThan(0);
  });

  test("is not found when no post has it", async () => {
    await expect(getHashtag(actor, "nobody_uses_this", everything)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an account", () => {
  test("is counted as the pure functions count its posts", async () => {
    const posts = record.filter(({ handle }) => handle === "basim");
    const view = await getAccount(actor, { platform: "demo_square", handle: "@Basim" }, everything);
    expect(view.spread.posts).toBe(posts.length);
    const { bins, counts } = view.spread.timeline;
    expect(bins && countedByHand(posts, bins).bins).toEqual(counts);
    expect(view.availability).toEqual([{ outcome: "content", posts: posts.length }]);
    expect(view.names).toEqual([expect.objectContaining({ name: "Sample One", handle: "basim", times: posts.length })]);
    expect(view.hashtags.map(({ folded }) => folded).toSorted()).toEqual(["harbour", "ميناء"]);
  });

  test.each(CO_POSTING_WINDOW_NAMES)("is tied to others as the pure function ties it, window %s", async (window) => {
    const account = record.find(({ handle }) => handle === "emre")?.accountId ?? "";
    const { ties, total } = await listAccountTies(
      actor,
      { platform: "demo_square", handle: "emre" },
      spreadQuery.parse({ window }),
    );
    const byHand = coPosting(coPosts(record), { window, most: 1_000 }).ties.filter(
      ({ a, b }) => a === account || b === account,
    );
    const names = new Map(record.map(({ accountId, handle }) => [accountId ?? "", handle]));
    expect(total).toBe(byHand.length);
    expect(
      ties.map(({ b, ...tie }) => [b.handle, tie.phrasings, tie.closePairs, tie.smallestGapMs]).toSorted(),
    ).toEqual(
      byHand
        .map((tie) => [
          names.get(tie.a === account ? tie.b : tie.a),
          tie.phrasings.length,
          tie.closePairs,
          tie.smallestGapMs,
        ])
        .toSorted(),
    );
    for (const tie of ties) {
      const found = await getTie(actor, tieQuery.parse({ a: "emre", b: `demo_square/${tie.b.handle}`, window }));
      expect("tie" in found && found.tie).toMatchObject({
        phrasings: tie.phrasings,
        closePairs: tie.closePairs,
        smallestGapMs: tie.smallestGapMs,
      });
    }
  });

  test("and another that are no account, the same, or nobody, are said to be so", async () => {
    const ask = async (a: string, b: string) => {
      const found = await getTie(actor, tieQuery.parse({ a, b }));
      return "problem" in found ? [found.problem, found.typed] : [];
    };
    expect(await ask("basim", "nobody")).toEqual(["missing", "nobody"]);
    expect(await ask("", "basim")).toEqual(["missing", ""]);
    expect(await ask("basim", "@Basim")).toEqual(["same", "@Basim"]);
  });
});

describe("a row of a table of ties and the page that it leads to", () => {
  type Row = TieTable["ties"][number];
  const open = async ({ a, b }: Row, window: string, scope: object) => {
    const [one, other] = [a, b].map(({ platform, handle }) => `${platform}/${handle}`);
    const found = await getTie(actor, tieQuery.parse({ a: one, b: other, window, ...scope }));
    return "tie" in found ? found.tie : null;
  };
  const agree = async ({ ties, total }: TieTable, window: string, scope: object) => {
    expect(total).toBeGreaterThan(0);
    for (const row of ties) {
      const { phrasings, closePairs, smallestGapMs } = row;
      expect(await open(row, window, scope)).toMatchObject({ phrasings, closePairs, smallestGapMs });
    }
  };

  test.each(CO_POSTING_WINDOW_NAMES)("agree on a hashtag, with and without days, window %s", async (window) => {
    for (const days of [{}, { to: "2018-07-03" }, { from: "2018-07-03", to: "2018-07-03" }]) {
      const table = await listHashtagTies(actor, "ميناء", spreadQuery.parse({ window, ...days }));
      await agree(table, window, { hashtag: "ميناء", ...days });
    }
  });

  test("agree on an account in the days that both posted in", async () => {
    const asked = { platform: "demo_square", handle: "basim" };
    for (const days of [{}, { from: "2018-07-01" }, { to: "2010-01-01" }]) {
      const table = await listAccountTies(actor, asked, spreadQuery.parse({ window: "any", ...days }));
      if (days.to) expect(table.total).toBe(0);
      else await agree(table, "any", days);
    }
  });

  test.each(CO_POSTING_WINDOW_NAMES)("agree on a phrasing, window %s", async (window) => {
    const ids = new Set(record.filter(({ bodyChars }) => bodyChars >= 20).flatMap(({ phrasing }) => phrasing ?? []));
    let pairs = 0;
    for (const id of ids) {
      const table = await listPhrasingTies(actor, id, window);
      const byHand = coPosting(coPosts(record.filter(({ phrasing }) => phrasing === id)), { window, most: 50 });
      expect(table.total).toBe(byHand.total);
      expect(table.ties.map(({ closePairs, smallestGapMs }) => [closePairs, smallestGapMs])).toEqual(
        byHand.ties.map(({ closePairs, smallestGapMs }) => [closePairs, smallestGapMs]),
      );
      pairs += table.total;
      if (table.total > 0) await agree(table, window, { phrasing: id });
    }
    expect(pairs).toBeGreaterThan(0);
  });

  test("say what they are narrowed to, in the spelling of the hashtag", async () => {
    const found = await getTie(actor, tieQuery.parse({ a: "basim", b: "carla", hashtag: "#HARBOUR", window: "any" }));
    expect("tie" in found && found.tie.hashtag).toBe("Harbour");
    const none = await getTie(actor, tieQuery.parse({ a: "basim", b: "carla", hashtag: "nobody_uses_this" }));
    expect("tie" in none && none.tie).toMatchObject({ phrasings: 0, hashtag: "nobody_uses_this" });
  });
});

test("the two closest posts are shown side by side, with what differs", async () => {
  const found = await getTie(actor, tieQuery.parse({ a: "basim", b: "carla", window: "any" }));
  if (!("tie" in found)) throw new Error("no tie");
  const { shared } = found.tie;
  expect(shared.map(({ gapMs }) => gapMs)).toEqual(
    shared.map(({ gapMs }) => gapMs).toSorted((x, y) => (x ?? 9e15) - (y ?? 9e15)),
  );
  for (const { a, b, phrasing, gapMs } of shared) {
    const [one, other] = [a, b].map(({ id }) => record.find((post) => post.id === id));
    expect([one?.handle, other?.handle]).toEqual(["basim", "carla"]);
    expect([one?.phrasing, other?.phrasing]).toEqual([phrasing.id, phrasing.id]);
    expect(gapMs).toBe(Math.abs((one?.atMs ?? 0) - (other?.atMs ?? 0)));
  }
  const of = (handle: string) =>
    record
      .filter((post) => post.handle === handle && isCopied(post) && post.bodyChars >= 20)
      .map(({ id, phrasing, atMs }) => ({ id, phrasing: phrasing ?? "", atMs }));
  expect(closestPairs(of("basim"), of("carla"), windowMs("any")).map(({ phrasing }) => phrasing)).toEqual(
    shared.map(({ phrasing }) => phrasing.id),
  );
});

test("what a hashtag repeats of its posts follows them", async () => {
  const [post] = underTag();
  await db().post.update({
    where: { id: post?.id ?? "" },
    data: { postedAt: new Date(START), text: "RT @x: other words" },
  });
  for (const { repeated, postedAt, accountId, wordingId, text } of await readRecord()) {
    for (const row of repeated) {
      expect([row.postedAt, row.accountId, row.wordingId, row.isRepost]).toEqual([
        postedAt,
        accountId,
        wordingId,
        isRepost(text),
      ]);
    }
  }
});

test("PostgreSQL tells reposts as the pure function does", async () => {
  const written = [
    "RT @x: a",
    "rt\u00a0@x",
    " \n RT  @x",
    "RT: @x",
    "ART @x",
    "RT@x",
    "",
    "\u2003RT\u3000@x",
    "RT\n@x",
  ];
  const random = fc.sample(
    fc
      .array(fc.constantFrom("R", "T", "r", "@", " ", "\t", "\n", "\u00a0", "x"), { maxLength: 7 })
      .map((all) => all.join("")),
    { numRuns: 300, seed: 3 },
  );
  const texts = [...written, ...random];
  const rows = await db().$queryRaw<{ is: boolean }[]>`
    SELECT is_repost(t) AS is FROM unnest(${texts}::text[]) WITH ORDINALITY AS u(t, n) ORDER BY n`;
  expect(rows.map(({ is }) => is)).toEqual(texts.map(isRepost));
});

test("bins begin where PostgreSQL's do, before 1970, too", async () => {
  const times = fc.sample(fc.integer({ min: Date.parse("1920-01-01"), max: Date.parse("2040-01-01") }), {
    numRuns: 50,
    seed: 5,
  });
  for (const stepMs of [60_000, 900_000, 86_400_000, 7 * 86_400_000]) {
    const rows = await db().$queryRaw<{ at: Date }[]>`
      SELECT date_bin(make_interval(secs => ${stepMs / 1000}::float8), to_timestamp(t / 1000.0), '1970-01-05Z') AS at
        FROM unnest(${times}::float8[]) WITH ORDINALITY AS u(t, n) ORDER BY n`;
    expect(rows.map(({ at }) => at.getTime())).toEqual(times.map((time) => floorTo(time, stepMs)));
  }
});
