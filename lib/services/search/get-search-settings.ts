import { db } from "#lib/data/client";
import { findNewestRebuild } from "#lib/data/rebuilds";
import { listFailedOutbox } from "#lib/data/search-outbox";
import type { Actor } from "#lib/permissions/actor";
import { assertMay } from "#lib/permissions/may";
import { checkAnswering } from "#lib/services/search/check-search";
import { getSearchLag, type SearchLag } from "#lib/services/search/get-search-lag";
import { type Filling, findFilling } from "#lib/services/search/index-state";
import { countSearched } from "#lib/services/search/reindex";

const MAX_FAILED = 20;

/** The search engine as its admin sees it. Times are ISO, UTC. */
export type SearchSettings = {
  /** Which engine answers and how many documents it has, or what is wrong; for whoever looks after it, in English. */
  engine: { ok: boolean; detail: string };
  /** The chosen engine's index has still to be filled, of about `total` documents; null when it holds what it should. */
  filling: (Filling & { total: number }) | null;
  lag: SearchLag;
  /** Changes that could not be indexed, newest first. */
  failed: { id: string; kind: string; entityId: string; at: string; attempts: number; problem: string | null }[];
  /** The newest rebuilds that were asked for here, of the index and of the phrasings. */
  rebuild: RebuildView | null;
  phrasings: RebuildView | null;
};

export type RebuildView = {
  state: "queued" | "running" | "finished" | "failed";
  isUnderWay: boolean;
  done: number;
  total: number | null;
  /** Of phrasings that are done: how many wordings stood elsewhere before. */
  differences: number | null;
  problem: string | null;
  askedBy: string;
  askedAt: string;
  finishedAt: string | null;
};

/**
 * State of the search engine, what waits for it and how a rebuild goes.
 * @throws AppError `not_allowed`.
 */
export async function getSearchSettings(actor: Actor): Promise<SearchSettings> {
  assertMay(actor, "search.manage");
  const [engine, filling, lag, failed, rebuild, phrasings] = await Promise.all([
    checkAnswering(),
    findFilling(),
    getSearchLag(),
    listFailedOutbox(db(), MAX_FAILED),
    findNewestRebuild(db(), "search"),
    findNewestRebuild(db(), "phrasings"),
  ]);
  return {
    engine,
    filling: filling && { ...filling, total: await countSearched() },
    lag,
    failed: failed.map(({ id, createdAt, ...row }) => ({ ...row, id: String(id), at: createdAt.toISOString() })),
    rebuild: rebuild && toView(rebuild),
    phrasings: phrasings && toView(phrasings),
  };
}

function toView(rebuild: NonNullable<Awaited<ReturnType<typeof findNewestRebuild>>>): RebuildView {
  const { state, isUnderWay, done, total, differences, problem } = rebuild;
  return {
    state,
    isUnderWay,
    done,
    total,
    differences,
    problem,
    askedBy: rebuild.askedBy.name,
    askedAt: rebuild.createdAt.toISOString(),
    finishedAt: rebuild.finishedAt?.toISOString() ?? null,
  };
}
