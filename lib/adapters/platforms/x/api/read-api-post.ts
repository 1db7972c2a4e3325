import { asCount, asIsoTime, asText, dig, isRecord, type Json } from "#lib/adapters/platforms/json";
import { makePost } from "#lib/adapters/platforms/make-post";
import { readApiText } from "#lib/adapters/platforms/x/api/read-api-text";
import { languageOf } from "#lib/adapters/platforms/x/legacy-text";
import type { ExtractedPost } from "#lib/core/captures/types";
import type { PostDetails, PostMedia } from "#lib/core/posts/post-details";

/** What came beside the posts, by id. */
export type ApiIncludes = { users: Map<string, Json>; tweets: Map<string, Json>; media: Map<string, Json> };

export function readIncludes(value: unknown): ApiIncludes {
  const byKey = (list: string, key: string) => {
    const found = dig(value, list);
    const records = Array.isArray(found) ? found.filter(isRecord) : [];
    return new Map(records.flatMap((record) => (asText(record[key]) ? [[String(record[key]), record]] : [])));
  };
  return { users: byKey("users", "id"), tweets: byKey("tweets", "id"), media: byKey("media", "media_key") };
}

const COUNTS = {
  reply_count: "replies",
  retweet_count: "reposts",
  like_count: "likes",
  quote_count: "quotes",
  bookmark_count: "bookmarks",
  impression_count: "views",
} as const;

const addressOf = (id: string) => `https://x.com/i/status/${id}`;

/**
 * A post of API v2 (docs.x.com, data dictionary). What X leaves out stays unknown.
 * @returns null without an id made of digits: then it is no post.
 */
export function readApiPost(tweet: Json, includes: ApiIncludes): ExtractedPost | null {
  const id = asText(tweet.id);
  if (id === undefined || !/^\d{1,20}$/.test(id)) return null;
  const author = includes.users.get(asText(tweet.author_id) ?? "");
  const counts: Record<string, number> = {};
  for (const [theirs, ours] of Object.entries(COUNTS)) {
    const count = asCount(dig(tweet, "public_metrics", theirs));
    if (count !== undefined) counts[ours] = count;
  }
  const post = makePost({ platform: "x", platformId: id, canonicalUrl: addressOf(id) }, [
    {
      source: "api",
      text: readApiText(tweet),
      language: languageOf(tweet.lang),
      authorName: asText(author?.name),
      authorHandle: asText(author?.username),
      postedAt: asIsoTime(tweet.created_at),
      counts,
    },
  ]);
  post.details = readDetails(id, tweet, author, includes);
  for (const field of Object.keys(post.details)) post.fieldSources[field] = "api";
  return post;
}

function readDetails(id: string, tweet: Json, author: Json | undefined, includes: ApiIncludes): PostDetails {
  const details: PostDetails = {};
  const authorId = asText(tweet.author_id);
  if (authorId) details.authorId = authorId;
  // `_normal` is a thumbnail; without it X serves the picture as it was uploaded.
  const picture = asText(author?.profile_image_url)?.replace(/_normal(?=\.\w+$)/, "");
  if (picture) details.authorPicture = picture;
  for (const reference of Array.isArray(tweet.referenced_tweets) ? tweet.referenced_tweets : []) {
    const other = asText(dig(reference, "id"));
    if (other === undefined) continue;
    if (dig(reference, "type") === "quoted") details.quotes = addressOf(other);
    if (dig(reference, "type") === "replied_to") details.repliesTo = addressOf(other);
    if (dig(reference, "type") === "retweeted") details.reposts = addressOf(other);
  }
  // A repost's text is cut at 140 characters and begins with "RT @…:".
  if (details.reposts && asText(tweet.text)?.endsWith("…")) details.isTruncated = true;
  const edits = Array.isArray(tweet.edit_history_tweet_ids) ? tweet.edit_history_tweet_ids.filter(isText) : [];
  if (edits.length > 1) {
    details.editIds = edits;
    details.isStaleEdit = edits.at(-1) !== id;
  }
  const withheld = withheldIn(tweet.withheld);
  if (withheld.length > 0) details.withheldIn = withheld;
  const keys = dig(tweet, "attachments", "media_keys");
  const media = (Array.isArray(keys) ? keys : []).flatMap((key) => readMedia(includes.media.get(String(key))));
  if (media.length > 0) details.media = media;
  return details;
}

const isText = (value: unknown): value is string => typeof value === "string";

function withheldIn(withheld: unknown): string[] {
  const countries = dig(withheld, "country_codes");
  const codes = Array.isArray(countries) ? countries.filter(isText) : [];
  return dig(withheld, "copyright") === true ? [...new Set([...codes, "XY"])] : codes;
}

/** The largest photo, the film of the highest bit rate, or at least its still. */
function readMedia(media: Json | undefined): PostMedia[] {
  const kind = media?.type === "photo" ? "photo" : media?.type === "animated_gif" ? "animation" : "video";
  const films = (Array.isArray(media?.variants) ? media.variants : [])
    .filter((variant) => dig(variant, "content_type") === "video/mp4" && asText(dig(variant, "url")))
    .sort((a, b) => (asCount(dig(b, "bit_rate")) ?? 0) - (asCount(dig(a, "bit_rate")) ?? 0));
  const url = asText(dig(films[0], "url")) ?? asText(media?.url) ?? asText(media?.preview_image_url);
  if (!media || url === undefined) return [];
  return [{ kind, url, altText: asText(media.alt_text) ?? null, artifact: null, problem: "in_list" }];
}
