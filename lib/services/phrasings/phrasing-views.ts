import type { DecisionView, PhrasingCounts } from "#lib/core/duplicates/views";

const iso = (date: Date | null) => date?.toISOString() ?? null;

type PhrasingRow = {
  wordingCount: number;
  postCount: number;
  repostCount: number;
  accountCount: number;
  firstPostedAt: Date | null;
  lastPostedAt: Date | null;
  firstSeenAt: Date | null;
};

/** A phrasing's kept counts as pages show them. */
export function phrasingCounts(row: PhrasingRow): PhrasingCounts {
  return {
    wordings: row.wordingCount,
    posts: row.postCount,
    reposts: row.repostCount,
    accounts: row.accountCount,
    firstPostedAt: iso(row.firstPostedAt),
    lastPostedAt: iso(row.lastPostedAt),
    firstSeenAt: iso(row.firstSeenAt),
  };
}

type DecisionRow = {
  id: string;
  verdict: DecisionView["verdict"];
  decidedAt: Date;
  decidedBy: { name: string };
};

/** An editor's word on two wordings, with who said it and when. */
export function decisionView({ id, verdict, decidedAt, decidedBy }: DecisionRow): DecisionView {
  return { id, verdict, decidedBy: decidedBy.name, decidedAt: decidedAt.toISOString() };
}
