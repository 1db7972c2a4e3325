import { readFileBytes } from "#lib/adapters/files/file-store";
import { readSearchPage } from "#lib/adapters/platforms/x/api/read-search-page";
import { MAX_PAGE_POSTS, RECENT_SEARCH_PATH, searchParameters } from "#lib/adapters/platforms/x/api/search-recent";
import { signal } from "#lib/core/captures/signal-names";
import type { ExtractedPost, Outcome, Signal } from "#lib/core/captures/types";
import { estimateCost } from "#lib/core/platforms/api-search";
import type { ClaimedRequest } from "#lib/data/capture-runs";
import { env } from "#lib/env";
import type { ApiAccessRecord } from "#lib/services/captures/access-record";
import type { ArtifactKeeper } from "#lib/services/captures/keep-artifacts";
import { type ApiSearch, type SearchEnd, searchByApi } from "#lib/services/captures/search-by-api";
import type { FinishedAttempt } from "#lib/services/captures/store-capture";
import { currentPrices } from "#lib/services/platforms/current-prices";

/** What an attempt at a search became: later, or a capture ready to be stored. */
export type ApiTaken =
  | Extract<SearchEnd, { kind: "wait" }>
  | { kind: "taken"; found: FinishedAttempt; access: ApiAccessRecord; startedAt: Date; notes: string[] };

type Ended = Extract<SearchEnd, { kind: "ended" }>;

/**
 * Searches and keeps what came: every page as it came (`api-page-001.json`), and the posts in it, each once.
 * There is no picture, because no page was opened.
 * @throws AppError like `searchByApi`; `file_damaged` when a stored page is not what it was.
 */
export async function takeApiCapture(
  request: ClaimedRequest,
  keeper: ArtifactKeeper,
  options: { signal: AbortSignal; onProgress: (posts: number) => Promise<void> },
): Promise<ApiTaken> {
  const search = await searchByApi(request, options);
  if (search.end.kind === "wait") return search.end;
  const gathered = await gather(search, keeper);
  const { posts } = gathered;
  if (posts.length > 0) {
    const content = JSON.stringify(posts, null, 2);
    await keeper.keep({ role: "post_json", name: "posts.json", mediaType: "application/json", content });
  }
  const access = toRecord(request, search, search.end, gathered);
  const { endedBy, problem } = search.end;
  const found: FinishedAttempt = {
    outcome: outcomeOf(posts.length, search.end),
    signals: signalsOf(search, search.end, gathered),
    limitsHit: endedBy === "limit" ? ["posts"] : [],
    finalUrl: `${access.endpoint}?query=${encodeURIComponent(search.query)}`,
    httpStatus: search.calls.at(-1)?.status ?? null,
    extraction: { title: null, text: null, language: null, posts },
    endedBy,
  };
  const startedAt = new Date(search.calls[0]?.at ?? Date.now());
  const notes = [
    "no picture, no page and no web archive: these posts came from the platform's interface",
    ...(problem ? [`the search ended early: ${problem}`] : []),
  ];
  return { kind: "taken", found, access, startedAt, notes };
}

type Gathered = {
  posts: ExtractedPost[];
  pages: ApiAccessRecord["pages"];
  returned: ApiAccessRecord["returned"];
  partialErrors: string[];
};

/** Reads the pages out of the store, so that a search that was interrupted ends like one that was not. */
async function gather(search: ApiSearch, keeper: ArtifactKeeper): Promise<Gathered> {
  const posts = new Map<string, ExtractedPost>();
  const out: Gathered = {
    posts: [],
    pages: [],
    returned: { posts: 0, users: 0, media: 0, distinctPosts: 0 },
    partialErrors: [],
  };
  for (const { number, sha256, fetchedAt } of search.pages) {
    const content = await readFileBytes(sha256);
    const name = `api-page-${String(number).padStart(3, "0")}.json`;
    await keeper.keep({ role: "post_json", name, mediaType: "application/json", content });
    const page = readSearchPage(content);
    for (const post of page.posts) if (!posts.has(post.platformId)) posts.set(post.platformId, post);
    for (const kind of ["posts", "users", "media"] as const) out.returned[kind] += page.resources[kind];
    out.partialErrors.push(...page.partialErrors);
    out.pages.push({ number, artifact: name, sha256, posts: page.posts.length, fetchedAt: fetchedAt.toISOString() });
  }
  out.posts = [...posts.values()];
  out.returned.distinctPosts = posts.size;
  return out;
}

/** Nothing found by a whole search is `not_found`; what an error cut short is only a part. */
function outcomeOf(posts: number, { endedBy }: Ended): Outcome {
  if (posts > 0) return endedBy === "error" ? "partial" : "content";
  return endedBy === "error" ? "error" : "not_found";
}

function signalsOf(search: ApiSearch, { problem }: Ended, { posts, pages, partialErrors }: Gathered): Signal[] {
  const signals = [
    signal("api_query", search.query),
    signal("api_pages", search.pages.length),
    signal("posts_seen", posts.length),
  ];
  const repeats = pages.reduce((sum, page) => sum + page.posts, 0) - posts.length;
  if (repeats > 0) signals.push(signal("api_repeated_posts", repeats));
  if (partialErrors.length > 0) signals.push(signal("api_partial_errors", partialErrors.length));
  if (problem) signals.push(signal("api_problem", problem));
  return signals;
}

function toRecord(request: ClaimedRequest, search: ApiSearch, end: Ended, gathered: Gathered): ApiAccessRecord {
  const prices = currentPrices();
  const { postsUsd, atMostUsd } = estimateCost(search.maxPosts, prices);
  return {
    way: "api",
    whatThisIs:
      "answers of the platform's official interface, byte for byte as they came; no page was opened and no picture taken",
    credential: search.access,
    endpoint: new URL(RECENT_SEARCH_PATH, env().X_API_ORIGIN).href,
    parameters: searchParameters({ query: search.query, maxResults: MAX_PAGE_POSTS, nextToken: null }),
    maxPosts: search.maxPosts,
    endedBy: end.endedBy,
    calls: search.calls,
    pages: gathered.pages,
    returned: gathered.returned,
    partialErrors: gathered.partialErrors,
    price: {
      currency: "USD",
      post: prices.postUsd,
      user: prices.userUsd,
      estimatedForPosts: postsUsd,
      estimatedAtMost: atMostUsd,
      agreedTo: request.options.agreedUsd ?? null,
    },
  };
}
