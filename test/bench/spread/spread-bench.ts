import { isRepost } from "#lib/core/posts/is-repost";
import { binPosts } from "#lib/core/spread/bin-posts";
import { CO_POSTING_WINDOW_NAMES } from "#lib/core/spread/co-posting";
import { activityOf, concentration } from "#lib/core/spread/concentration";
import { chooseBins } from "#lib/core/spread/time-bins";
import { db } from "#lib/data/client";
import type { Actor } from "#lib/permissions/actor";
import { accountsQuery, hashtagsQuery, spreadQuery } from "#lib/schemas/spread-query";
import { getAccount } from "#lib/services/accounts/get-account";
import { listAccountTies } from "#lib/services/accounts/list-account-ties";
import { listAccounts } from "#lib/services/accounts/list-accounts";
import { getHashtag } from "#lib/services/hashtags/get-hashtag";
import { listHashtagTies } from "#lib/services/hashtags/list-hashtag-ties";
import { listHashtags } from "#lib/services/hashtags/list-hashtags";
import { listHashtagsBeside } from "#lib/services/hashtags/list-hashtags-beside";
import { exportPosts } from "#lib/services/spread/export-posts";
import { exportTies } from "#lib/services/spread/export-ties";
import { type BenchOptions, type Figure, figure, median } from "#test/bench/figures";
import { fillArchive, LARGE_TAG, TAGGED_SHARE } from "#test/bench/spread/fill-archive";
import { withArchive } from "#test/bench/with-archive";

const POSTS = 1_000_000;
const RUNS = 5;
const TARGET = "well under a second";

/**
 * Pages that count: a hashtag with a fifth of all posts, the busiest account, the lists, ties and exports. Beside the
 * hashtag's page the plain way: read its posts and count them with the pure functions.
 */
export async function spreadBench({ synthetic = POSTS, runs = RUNS }: BenchOptions): Promise<Figure[]> {
  return withArchive(async () => {
    await fillArchive(synthetic);
    const actor: Actor = { id: "bench", name: "Bench", role: "editor" };
    const everything = spreadQuery.parse({});
    const target = { kind: "hashtag", tag: LARGE_TAG } as const;
    const [busiest] = (await listAccounts(actor, accountsQuery.parse({}))).lines;
    if (!busiest) throw new Error("No account was made");
    const tagged = `a hashtag of ${synthetic / TAGGED_SHARE} posts`;
    const figures = [
      figure(`page of ${tagged}`, await milliseconds(runs, (i) => getHashtag(actor, LARGE_TAG, allSince(i))), "ms", {
        target: TARGET,
        against: { name: "read and counted in JavaScript", value: await milliseconds(1, countPlainly) },
      }),
      figure(
        `one day of ${tagged}`,
        await milliseconds(runs, () =>
          getHashtag(actor, LARGE_TAG, spreadQuery.parse({ from: "2018-07-10", to: "2018-07-10" })),
        ),
        "ms",
      ),
      figure(
        `page of ${tagged} within the minute that its count is kept`,
        await milliseconds(runs, () => getHashtag(actor, LARGE_TAG, allSince(0))),
        "ms",
      ),
      figure(
        "hashtags beside it",
        await milliseconds(runs, () => listHashtagsBeside(actor, LARGE_TAG, everything)),
        "ms",
      ),
    ];
    for (const window of CO_POSTING_WINDOW_NAMES) {
      const query = spreadQuery.parse({ window });
      figures.push(
        figure(`its ties, ${window}`, await milliseconds(runs, () => listHashtagTies(actor, LARGE_TAG, query)), "ms"),
        figure(
          `ties of the busiest account, ${window}`,
          await milliseconds(runs, () => listAccountTies(actor, busiest, query)),
          "ms",
        ),
      );
    }
    return [
      ...figures,
      figure(
        `page of an account with ${busiest.posts} posts`,
        await milliseconds(runs, () => getAccount(actor, busiest, everything)),
        "ms",
        {
          target: TARGET,
        },
      ),
      figure("list of hashtags", await milliseconds(runs, () => listHashtags(actor, hashtagsQuery.parse({}))), "ms", {
        target: TARGET,
      }),
      figure("list of accounts", await milliseconds(runs, () => listAccounts(actor, accountsQuery.parse({}))), "ms", {
        target: TARGET,
      }),
      figure("posts of the hashtag as CSV", await exported(await exportPosts(actor, target, {})), "MB/s"),
      figure(
        "its ties as GraphML",
        await milliseconds(1, async () => exported(await exportTies(actor, target, everything, "graphml"))),
        "ms",
      ),
    ];
  });
}

/** Every post, in the words of another question each time: a count that was kept would be given back at once. */
const allSince = (run: number) => spreadQuery.parse({ from: `20${String(run % 18).padStart(2, "0")}-01-01` });

async function milliseconds(runs: number, work: (run: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await work(i);
    times.push(performance.now() - start);
  }
  return median(times);
}

/** How fast a file comes, in megabytes a second. */
async function exported({ chunks }: { chunks: AsyncIterable<string> }): Promise<number> {
  const start = performance.now();
  let chars = 0;
  for await (const chunk of chunks) chars += chunk.length;
  return chars / 1_000 / (performance.now() - start);
}

async function countPlainly(): Promise<void> {
  const rows = await db().post.findMany({
    where: { hashtags: { some: { hashtag: { folded: LARGE_TAG } } } },
    select: {
      accountId: true,
      postedAt: true,
      text: true,
      wording: { select: { phrasing: { select: { postCount: true, repostCount: true } } } },
    },
  });
  const times = rows.flatMap(({ postedAt }) => postedAt?.getTime() ?? []);
  const ends = times.reduce(([from, to], at) => [Math.min(from, at), Math.max(to, at)] as [number, number], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as [number, number]);
  binPosts(
    rows.map(({ accountId, postedAt, text, wording }) => ({
      account: accountId,
      atMs: postedAt?.getTime() ?? null,
      isRepost: isRepost(text),
      isCopied: (wording?.phrasing?.postCount ?? 0) - (wording?.phrasing?.repostCount ?? 0) > 1,
    })),
    chooseBins(...ends),
  );
  concentration(activityOf([...Map.groupBy(rows, ({ accountId }) => accountId).values()].map(({ length }) => length)));
}
