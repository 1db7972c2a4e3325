import type { EngineName } from "#lib/core/search/search-engine";
import { db } from "#lib/data/client";
import { findSearchState } from "#lib/data/search-state";
import { toAppError } from "#lib/errors";
import { configuredEngine } from "#lib/services/search/engines";
import { getSearchLag, type SearchLag } from "#lib/services/search/get-search-lag";
import { answeringIndex, whyToFill } from "#lib/services/search/index-state";

/** Whoever asks is a supervisor or a load balancer, and has no time. */
const QUICKLY_MS = 1_000;

/** Whether search answers now. Never throws, and never takes long. */
export async function isSearchUp(): Promise<boolean> {
  const tooLate = new Promise<boolean>((resolve) => setTimeout(resolve, QUICKLY_MS, false).unref());
  return Promise.race([checkAnswering().then(({ ok }) => ok), tooLate]);
}

/** How the index is that answers now, whichever that is; in English. Never throws. */
export async function checkAnswering(): Promise<{ ok: boolean; detail: string }> {
  try {
    return await (await answeringIndex()).health();
  } catch (thrown) {
    return { ok: false, detail: toAppError(thrown).message };
  }
}

export type SearchReport = {
  engine: EngineName;
  ok: boolean;
  /** Engine, version where it tells, documents; or what is wrong. */
  detail: string;
  /** Why the index has to be filled before it is used; null when it holds what it should. */
  toFill: string | null;
  /** When it was filled last. */
  filledAt: Date | null;
  lag: SearchLag;
};

/** How search is, for whoever runs the archive, in English. @throws AppError `database_down` */
export async function checkSearch(): Promise<SearchReport> {
  const { name, index } = configuredEngine();
  const [{ ok, detail }, state, lag] = await Promise.all([index.health(), findSearchState(db()), getSearchLag()]);
  const toFill = await whyToFill().catch((thrown) => `it cannot be looked at: ${toAppError(thrown).message}`);
  return { engine: name, ok, detail, toFill, filledAt: state?.filledAt ?? null, lag };
}
