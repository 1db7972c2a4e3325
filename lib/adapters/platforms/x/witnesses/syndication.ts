import { asCount, asIsoTime, asText, dig, isRecord, type Json, parseJson } from "#lib/adapters/platforms/json";
import { hashtagsIn, languageOf, linksOf, shownTextOf } from "#lib/adapters/platforms/x/legacy-text";
import { largestAvatar, mediaOf } from "#lib/adapters/platforms/x/media";
import { editsOf } from "#lib/adapters/platforms/x/network-post";
import { postAddress } from "#lib/adapters/platforms/x/post-address";
import type { PostWitness } from "#lib/core/posts/post-witness";
import type { SecondWitness, WitnessAnswer } from "#lib/core/posts/second-witness";

/** Where X's embedded posts get their content. Undocumented; it may vanish. */
export const SYNDICATION_BASE = "https://cdn.syndication.twimg.com/tweet-result";

/** What X's own widget asks to be shown, as react-tweet 3 sends it. */
const FEATURES = [
  "tfw_timeline_list:",
  "tfw_follower_count_sunset:true",
  "tfw_tweet_edit_backend:on",
  "tfw_refsrc_session:on",
  "tfw_fosnr_soft_interventions_enabled:on",
  "tfw_show_birdwatch_pivots_enabled:on",
  "tfw_show_business_verified_badge:on",
  "tfw_duplicate_scribes_to_settings:on",
  "tfw_use_profile_image_shape_enabled:on",
  "tfw_show_blue_verified_badge:on",
  "tfw_legacy_timeline_sunset:true",
  "tfw_show_gov_verified_badge:on",
  "tfw_show_business_affiliate_badge:on",
  "tfw_tweet_edit_frontend:on",
].join(";");

/**
 * X's embed service as a witness. Shapes: react-tweet 3.3 `fetch-tweet.ts` and `types/*.ts`, yt-dlp `twitter.py`. It
 * answers `{}` and 404 also for posts that only need a sign-in, and a tombstone for posts with an age limit: none of
 * these says that a post is gone.
 *
 * @param base another address in tests.
 */
export function syndicationWitness(id: string, base: string = SYNDICATION_BASE): SecondWitness {
  const url = new URL(base);
  url.search = new URLSearchParams({ id, lang: "en", token: tokenFor(id), features: FEATURES }).toString();
  return {
    name: "syndication",
    request: { url: url.href, headers: { accept: "application/json", "accept-language": "en" } },
    read: ({ status, body }) => readAnswer(id, status, parseJson(body)),
  };
}

/** The widget's own sum; ids beyond 2^53 lose digits in it, and that is what the service expects. */
export function tokenFor(id: string): string {
  return ((Number(id) / 1e15) * Math.PI).toString(36).replace(/(0+|\.)/g, "");
}

function readAnswer(id: string, status: number, body: unknown): WitnessAnswer {
  const without = (problem: Exclude<WitnessAnswer["problem"], null>): WitnessAnswer => ({ post: null, problem });
  if (status === 404) return without("nothing");
  if (status >= 500) return without("failed");
  if (status !== 200) return without("refused");
  if (!isRecord(body)) return without("unreadable");
  const isTombstone = body.__typename === "TweetTombstone" || isRecord(body.tombstone);
  if (isTombstone || Object.keys(body).length === 0) return without("nothing");
  if (asText(body.id_str) === undefined || asText(body.text) === undefined) return without("unreadable");
  return body.id_str === id ? { post: readTweet(id, body), problem: null } : without("other_post");
}

function readTweet(id: string, tweet: Json): PostWitness {
  const avatar = asText(dig(tweet, "user", "profile_image_url_https"));
  const media = mediaOf(tweet.mediaDetails);
  const counts = { likes: asCount(tweet.favorite_count), replies: asCount(tweet.conversation_count) };
  const known = Object.entries(counts).filter((entry): entry is [string, number] => entry[1] !== undefined);
  return {
    source: "syndication",
    text: shownTextOf(tweet, "text"),
    // The note is named by its id only: what stands here is how the long post begins.
    isTruncated: isRecord(tweet.note_tweet) || undefined,
    links: linksOf(tweet.entities),
    language: languageOf(tweet.lang),
    authorName: asText(dig(tweet, "user", "name")),
    authorHandle: asText(dig(tweet, "user", "screen_name")),
    authorId: asText(dig(tweet, "user", "id_str")),
    authorPicture: avatar && largestAvatar(avatar),
    postedAt: asIsoTime(tweet.created_at),
    counts: Object.fromEntries(known),
    hashtags: hashtagsIn(tweet.entities),
    quotes: postAddress(asText(dig(tweet, "quoted_tweet", "id_str"))),
    repliesTo: postAddress(asText(tweet.in_reply_to_status_id_str) ?? asText(dig(tweet, "parent", "id_str"))),
    ...editsOf(tweet.edit_control, id),
    ...(tweet.isStaleEdit === true ? { isStaleEdit: true } : {}),
    media,
    mediaCount: media?.length ?? (isRecord(tweet.entities) ? 0 : undefined),
  };
}
