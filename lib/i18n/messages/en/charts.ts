import type { BinStep } from "#lib/core/spread/time-bins";
import { formatNumber } from "#lib/i18n/format";
import { plural } from "#lib/i18n/plural";

const say = (count: number) => formatNumber("en", count);

const accounts = (count: number) => plural("en", count, { one: "# account", other: "# accounts" });
const posts = (count: number) => plural("en", count, { one: "# post", other: "# posts" });

/** Charts of posts and accounts. They count what the archive holds and say so. */
export const charts = {
  sample: "A sample: what this archive holds, not everything that was posted.",
  numbers: "The same as numbers",
  utc: "Times are UTC.",
  per: {
    minute: "Posts per minute",
    five_minutes: "Posts per five minutes",
    quarter_hour: "Posts per quarter of an hour",
    hour: "Posts per hour",
    six_hours: "Posts per six hours",
    day: "Posts per day",
    week: "Posts per week",
    four_weeks: "Posts per four weeks",
    thirteen_weeks: "Posts per thirteen weeks",
    fifty_two_weeks: "Posts per fifty-two weeks",
  } satisfies Record<BinStep, string> as Record<BinStep, string>,
  from: "From",
  timeline: {
    title: "Posts over time",
    own: "Wordings of their own",
    copied: "Copied wordings",
    reposts: "Reposts",
    originals: "Originals",
    share: "Share of copied wordings",
    shareOfOriginals: "of the originals",
    few: (count: number) => `Hatched where there are fewer than ${count} originals.`,
    meaning:
      "Copied: other original posts in the archive have the same phrasing. A repost is counted apart, whatever it says.",
    desc: (total: number, from: string, to: string) => `${posts(total)} from ${from} to ${to}.`,
    outside: (before: number, after: number) =>
      [
        before > 0 ? plural("en", before, { one: "# post is earlier", other: "# posts are earlier" }) : "",
        after > 0 ? plural("en", after, { one: "# post is later", other: "# posts are later" }) : "",
      ]
        .filter(Boolean)
        .join(", ")
        .concat(" and not drawn here."),
    whole: "Draw the whole time",
    undated: (count: number) =>
      plural("en", count, {
        one: "# post has no time and is not drawn.",
        other: "# posts have no time and are not drawn.",
      }),
    uncompared: (count: number) =>
      plural("en", count, {
        one: "# post has not been compared yet and counts as a wording of its own until then.",
        other: "# posts have not been compared yet and count as wordings of their own until then.",
      }),
    none: "No post here has a time, so there is nothing to draw.",
  },
  arrivals: {
    title: "Accounts by their first post here",
    total: "Accounts so far",
    fresh: "New accounts",
    desc: (count: number) => `${accounts(count)}, each counted from its first post among these.`,
  },
  concentration: {
    title: "How few accounts made how many posts",
    none: "No account is known here.",
    single: (made: number) => `One account made all ${posts(made)}.`,
    half: (few: number, all: number, made: number, total: number) =>
      `${say(few)} of ${accounts(all)} made half of the posts (${say(made)} of ${say(total)}).`,
    even: (all: number) => `${accounts(all)} made one post each.`,
    accounts: "Accounts, busiest first",
    posts: "Posts they made",
    share: "Share of the posts",
    fewest: "Fewest accounts",
    mark: (few: number) => `${accounts(few)}: half of the posts`,
    alike: "If all had posted alike",
    desc: "The curve rises from the busiest account on; the straight line is what it would be if all had posted alike.",
  },
};
