import { askXApi, type XApiAnswer } from "#lib/adapters/platforms/x/api/ask-x-api";

/** Posts of the last seven days (docs.x.com, "Recent search"). */
export const RECENT_SEARCH_PATH = "/2/tweets/search/recent";

/** X takes no smaller and no larger page. */
export const MIN_PAGE_POSTS = 10;
export const MAX_PAGE_POSTS = 100;

/** Everything that says who, when, what with it and what became of it. */
const FIELDS = {
  expansions:
    "author_id,attachments.media_keys,referenced_tweets.id,referenced_tweets.id.author_id,edit_history_tweet_ids",
  "tweet.fields":
    "created_at,public_metrics,entities,lang,conversation_id,referenced_tweets,possibly_sensitive,reply_settings,source,withheld,edit_controls,note_tweet,attachments,author_id,in_reply_to_user_id",
  "user.fields":
    "created_at,public_metrics,verified,verified_type,protected,withheld,description,location,profile_image_url",
  "media.fields": "url,preview_image_url,type,variants,alt_text,duration_ms,width,height,public_metrics",
};

/** The query for one hashtag. Reposts repeat a text that is there already, and each costs as much as a post. */
export function hashtagQuery(tag: string, withReposts: boolean): string {
  return withReposts ? `#${tag}` : `#${tag} -is:retweet`;
}

/** Every parameter of one page; what goes into the provenance. */
export function searchParameters(wish: {
  query: string;
  maxResults: number;
  nextToken: string | null;
}): Record<string, string> {
  return {
    query: wish.query,
    max_results: String(wish.maxResults),
    sort_order: "recency",
    ...FIELDS,
    ...(wish.nextToken === null ? {} : { next_token: wish.nextToken }),
  };
}

/** One page of a recent search. @throws AppError `api_failed`. */
export function searchRecent(
  access: { origin: string; token: string },
  parameters: Record<string, string>,
  signal?: AbortSignal,
): Promise<XApiAnswer> {
  const target = { origin: access.origin, path: RECENT_SEARCH_PATH, parameters: new URLSearchParams(parameters) };
  return askXApi(target, access.token, signal);
}
