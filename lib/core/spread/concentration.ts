/** How many accounts made exactly so many posts each. */
export type ActivityCount = { posts: number; accounts: number };

/** The fewest accounts that made at least this share of the posts. */
export type Milestone = { share: number; accounts: number; posts: number };

export type Concentration = {
  accounts: number;
  posts: number;
  /** The busiest account's posts. */
  most: number;
  milestones: Milestone[];
  /** From the busiest account on: so many accounts made so many posts. Begins at 0, ends with all; straight in between. */
  curve: { accounts: number; posts: number }[];
};

export const MILESTONE_SHARES = [0.1, 0.25, 0.5, 0.75, 0.9, 1] as const;

/**
 * How few accounts made how many of the posts: a Lorenz curve (Lorenz 1905, Publications of the American Statistical
 * Association 9:70) read from its busy end, because "7 of 120 accounts made half of the posts" can be said and checked,
 * and a single index such as Gini's cannot.
 * @param activity in any order; entries without posts or accounts are overlooked. Posts of unknown accounts stay out.
 */
export function concentration(activity: readonly ActivityCount[]): Concentration {
  const busiestFirst = activity
    .filter(({ posts, accounts }) => posts > 0 && accounts > 0)
    .sort((a, b) => b.posts - a.posts);
  const curve = [{ accounts: 0, posts: 0 }];
  let [accounts, posts] = [0, 0];
  for (const group of busiestFirst) {
    accounts += group.accounts;
    posts += group.accounts * group.posts;
    curve.push({ accounts, posts });
  }
  const milestones = posts === 0 ? [] : MILESTONE_SHARES.map((share) => milestone(busiestFirst, share, posts));
  return { accounts, posts, most: busiestFirst[0]?.posts ?? 0, milestones, curve };
}

/** How many accounts made so many posts, out of the posts of each account. */
export function activityOf(postsByAccount: Iterable<number>): ActivityCount[] {
  const counts = new Map<number, number>();
  for (const posts of postsByAccount) counts.set(posts, (counts.get(posts) ?? 0) + 1);
  return [...counts].map(([posts, accounts]) => ({ posts, accounts }));
}

function milestone(busiestFirst: readonly ActivityCount[], share: number, total: number): Milestone {
  const wanted = Math.ceil(share * total - 1e-9);
  let [accounts, posts] = [0, 0];
  for (const group of busiestFirst) {
    const needed = Math.ceil((wanted - posts) / group.posts);
    const taken = Math.min(group.accounts, needed);
    accounts += taken;
    posts += taken * group.posts;
    if (posts >= wanted) break;
  }
  return { share, accounts, posts };
}
