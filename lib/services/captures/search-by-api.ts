import { putFile } from "#lib/adapters/files/file-store";
import { endOfWindow, judgeAnswer, type XApiVerdict } from "#lib/adapters/platforms/x/api/judge-answer";
import { readSearchPage } from "#lib/adapters/platforms/x/api/read-search-page";
import {
  hashtagQuery,
  MAX_PAGE_POSTS,
  MIN_PAGE_POSTS,
  searchParameters,
  searchRecent,
} from "#lib/adapters/platforms/x/api/search-recent";
import { MAX_ATTEMPTS } from "#lib/core/captures/retry-policy";
import type { EndedBy } from "#lib/core/captures/types";
import { planNextPage } from "#lib/core/platforms/api-search";
import { type ApiPageRow, listApiPages, recordApiCall, recordApiPage } from "#lib/data/api-pages";
import type { ClaimedRequest } from "#lib/data/capture-runs";
import { noteCredentialUse } from "#lib/data/platform-credentials";
import { env } from "#lib/env";
import { AppError, type ErrorCode, toAppError } from "#lib/errors";
import type { ApiCall } from "#lib/schemas/request-options";
import { type OpenAccess, openAccess } from "#lib/services/platforms/open-access";

/** How one attempt at a search ended. */
export type SearchEnd =
  /** Later: the pages so far are kept. */
  | { kind: "wait"; until: Date; problem: ErrorCode; hasProgress: boolean }
  | { kind: "ended"; endedBy: EndedBy; problem: ErrorCode | null };

export type ApiSearch = {
  end: SearchEnd;
  access: Pick<OpenAccess<"bearer_token">, "id" | "label">;
  query: string;
  maxPosts: number;
  pages: ApiPageRow[];
  calls: ApiCall[];
};

const RETRY_AFTER_MS = 15_000;
/** Said when a request came without its limit; the form always sends one. */
const DEFAULT_MAX_POSTS = 100;

/**
 * Searches a hashtag by X's API v2 from where the request stands: pages that are stored are not asked for, and not paid
 * for, again. Each page's exact bytes are on the disk before the database says that the page is there.
 * @throws AppError `credential_*`; `api_*` when there is not one page; `conflict`, `storage_failed`; the abort's reason.
 */
export async function searchByApi(
  request: ClaimedRequest,
  options: { signal: AbortSignal; onProgress: (posts: number) => Promise<void> },
): Promise<ApiSearch> {
  const { platform, options: wish } = request;
  const access = await openAccess({ platform, kind: "bearer_token", credentialId: wish.credentialId });
  const query = hashtagQuery(tagOf(request.canonicalUrl), wish.withReposts ?? false);
  const maxPosts = wish.maxPosts ?? DEFAULT_MAX_POSTS;
  const pages = await listApiPages(request.id);
  const calls = [...(wish.calls ?? [])];
  const before = pages.length;
  const search = (end: SearchEnd): ApiSearch => {
    return { end, access: { id: access.id, label: access.label }, query, maxPosts, pages, calls };
  };
  const wait = (until: Date, problem: ErrorCode) =>
    search({ kind: "wait", until, problem, hasProgress: pages.length > before });

  for (;;) {
    await options.onProgress(pages.reduce((sum, page) => sum + page.posts, 0));
    const next = planNextPage(pages, { maxPosts, minPage: MIN_PAGE_POSTS, maxPage: MAX_PAGE_POSTS });
    if (next.kind === "end") return search({ kind: "ended", endedBy: next.endedBy, problem: null });
    const call: ApiCall = blankCall(next.page);
    calls.push(call);
    const keep = { ...wish, calls };
    try {
      const parameters = searchParameters({ query, maxResults: next.maxResults, nextToken: next.nextToken });
      const answer = await searchRecent(
        { origin: env().X_API_ORIGIN, token: access.secret.token },
        parameters,
        options.signal,
      );
      Object.assign(call, { status: answer.status, requestId: answer.requestId, rateLimit: answer.rateLimit });
      const verdict = judgeAnswer(answer, new Date());
      if (verdict.kind !== "ok") throw refusal(verdict);
      pages.push(await storePage(request, next.page, answer.bytes, pages, keep));
      await noteCredentialUse(access.id, new Date(), null);
      if (answer.rateLimit.remaining === 0 && pages.at(-1)?.nextToken) {
        const end = planNextPage(pages, { maxPosts, minPage: MIN_PAGE_POSTS, maxPage: MAX_PAGE_POSTS });
        if (end.kind === "ask") return wait(endOfWindow(answer.rateLimit.resetAt, new Date()), "site_rate_limited");
      }
    } catch (thrown) {
      options.signal.throwIfAborted();
      const error = toAppError(thrown);
      if (!isOfApi(error.code)) throw error;
      call.problem = `${error.code}: ${error.message}`.slice(0, 600);
      await recordApiCall(request, keep);
      if (error.code !== "site_rate_limited" && error.code !== "api_failed") {
        await noteCredentialUse(access.id, new Date(), error.code === "api_query_refused" ? null : error.code);
      }
      const isLast = request.attempts >= MAX_ATTEMPTS && pages.length === before;
      const until = error.details.until;
      if (until instanceof Date && !isLast) return wait(until, error.code);
      if (error.retryable && !isLast) return wait(new Date(Date.now() + RETRY_AFTER_MS * request.attempts), error.code);
      if (pages.length === 0) throw error;
      return search({ kind: "ended", endedBy: "error", problem: error.code });
    }
  }
}

async function storePage(
  request: ClaimedRequest,
  number: number,
  bytes: Buffer,
  before: readonly ApiPageRow[],
  options: ClaimedRequest["options"],
): Promise<ApiPageRow> {
  const { returned, nextToken } = readSearchPage(bytes);
  const stored = await putFile(bytes);
  const page = { number, ...stored, posts: returned, nextToken, fetchedAt: new Date() };
  const progress = before.reduce((sum, one) => sum + one.posts, page.posts);
  await recordApiPage(request, page, { progress, options });
  return page;
}

const blankCall = (page: number): ApiCall => ({
  page,
  at: new Date().toISOString(),
  status: null,
  requestId: null,
  rateLimit: { limit: null, remaining: null, resetAt: null },
  problem: null,
});

function refusal(verdict: Exclude<XApiVerdict, { kind: "ok" }>): AppError {
  if (verdict.kind === "wait") return new AppError("site_rate_limited", verdict.said, { until: verdict.until });
  return new AppError(verdict.code, verdict.said);
}

const isOfApi = (code: ErrorCode) => code === "site_rate_limited" || code.startsWith("api_");

/** `https://x.com/hashtag/<tag>`: the tag as it was asked for; the folded one is ours, not X's. */
function tagOf(canonicalUrl: string): string {
  return decodeURIComponent(new URL(canonicalUrl).pathname.split("/").at(-1) ?? "");
}
