import { asText, dig, isRecord, type Json, parseJson } from "#lib/adapters/platforms/json";
import { type ApiIncludes, readApiPost, readIncludes } from "#lib/adapters/platforms/x/api/read-api-post";
import type { ExtractedPost } from "#lib/core/captures/types";
import { AppError } from "#lib/errors";

/** One page of a search, understood. */
export type SearchPage = {
  /** In X's order, newest first. */
  posts: ExtractedPost[];
  /** How many posts X returned, with those that nobody could read: it charges for them too. */
  returned: number;
  nextToken: string | null;
  /** Everything X returned, and may charge for. */
  resources: { posts: number; users: number; media: number };
  /** What X could not give although the answer is a success: `title: detail`. */
  partialErrors: string[];
};

/**
 * Reads the exact bytes of a page, as they came or out of the store.
 * @throws AppError `api_failed` when they are no page of a search.
 */
export function readSearchPage(bytes: Uint8Array): SearchPage {
  const body = parseJson(Buffer.from(bytes).toString("utf8"));
  const data = listOf(body, "data");
  if (!isRecord(body) || !isRecord(body.meta) || (body.data !== undefined && !Array.isArray(body.data))) {
    throw new AppError("api_failed", "The answer is no page of a search");
  }
  const includes: ApiIncludes = readIncludes(body.includes);
  const posts = data.map((tweet) => readApiPost(tweet, includes)).filter((post) => post !== null);
  return {
    posts,
    returned: data.length,
    nextToken: asText(dig(body, "meta", "next_token")) ?? null,
    resources: {
      posts: data.length + includes.tweets.size,
      users: includes.users.size,
      media: includes.media.size,
    },
    partialErrors: listOf(body, "errors").map((error) =>
      [asText(error.title), asText(error.detail)].filter(Boolean).join(": "),
    ),
  };
}

function listOf(body: unknown, key: string): Json[] {
  const list = dig(body, key);
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
