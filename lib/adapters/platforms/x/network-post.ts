import { asCount, asIsoTime, asText, dig, isRecord, type Json } from "#lib/adapters/platforms/json";
import { hashtagsIn, languageOf, linksOf, longTextOf, shownTextOf } from "#lib/adapters/platforms/x/legacy-text";
import { largestAvatar, mediaOf } from "#lib/adapters/platforms/x/media";
import { isTextCut } from "#lib/adapters/platforms/x/network";
import { postAddress } from "#lib/adapters/platforms/x/post-address";
import type { PostWitness } from "#lib/core/posts/post-witness";

/** What X's GraphQL JSON says of a post. The posts it quotes or answers are links: nothing of theirs is read. */
export function networkWitness(tweet: Json): PostWitness {
  const legacy = tweet.legacy;
  const user = dig(tweet, "core", "user_results", "result");
  const avatar = asText(dig(user, "avatar", "image_url")) ?? asText(dig(user, "legacy", "profile_image_url_https"));
  const entities = dig(tweet, "note_tweet", "note_tweet_results", "result", "entity_set") ?? dig(legacy, "entities");
  const listed = dig(legacy, "extended_entities", "media") ?? dig(legacy, "entities", "media");
  const media = mediaOf(listed);
  return {
    source: "network_json",
    text: longTextOf(tweet) ?? shownTextOf(legacy, "full_text"),
    isTruncated: isTextCut(tweet) || undefined,
    links: [...linksOf(dig(legacy, "entities")), ...linksOf(entities)],
    language: languageOf(dig(legacy, "lang")),
    authorName: asText(dig(user, "core", "name")) ?? asText(dig(user, "legacy", "name")),
    authorHandle: asText(dig(user, "core", "screen_name")) ?? asText(dig(user, "legacy", "screen_name")),
    authorId: asText(dig(user, "rest_id")) ?? asText(dig(legacy, "user_id_str")),
    authorPicture: avatar && largestAvatar(avatar),
    postedAt: asIsoTime(dig(legacy, "created_at")),
    counts: countsOf(tweet, legacy),
    hashtags: hashtagsIn(entities),
    quotes: postAddress(quotedId(tweet, legacy)),
    repliesTo: postAddress(asText(dig(legacy, "in_reply_to_status_id_str"))),
    ...editsOf(tweet.edit_control, asText(tweet.rest_id)),
    withheldIn: withheldIn(legacy),
    media,
    // A post without pictures has no list of them among its entities.
    mediaCount: media?.length ?? (isRecord(dig(legacy, "entities")) ? 0 : undefined),
  };
}

/** Ids of all versions, and whether this one was replaced; in both forms of `edit_control`. */
export function editsOf(control: unknown, id: string | undefined): Pick<PostWitness, "editIds" | "isStaleEdit"> {
  const ids = dig(control, "edit_tweet_ids") ?? dig(control, "edit_control_initial", "edit_tweet_ids");
  const editIds = (Array.isArray(ids) ? ids : []).filter((one) => typeof one === "string");
  if (editIds.length < 2) return {};
  return { editIds, isStaleEdit: (id !== undefined && editIds.includes(id) && editIds.at(-1) !== id) || undefined };
}

function quotedId(tweet: Json, legacy: unknown): string | undefined {
  const quoted = dig(tweet, "quoted_status_result", "result");
  return (
    asText(dig(legacy, "quoted_status_id_str")) ??
    asText(dig(quoted, "rest_id")) ??
    asText(dig(quoted, "tweet", "rest_id")) ??
    asText(dig(tweet, "quotedRefResult", "result", "rest_id"))
  );
}

function countsOf(tweet: Json, legacy: unknown): Record<string, number> {
  const stated = {
    replies: dig(legacy, "reply_count"),
    reposts: dig(legacy, "retweet_count"),
    likes: dig(legacy, "favorite_count"),
    quotes: dig(legacy, "quote_count"),
    bookmarks: dig(legacy, "bookmark_count"),
    views: dig(tweet, "views", "count"),
  };
  const known = Object.entries(stated).map(([name, value]) => [name, asCount(value)] as const);
  return Object.fromEntries(known.filter((entry): entry is [string, number] => entry[1] !== undefined));
}

/** `XY` stands for a report of a copyright holder, as in X's own lists. */
function withheldIn(legacy: unknown): string[] | undefined {
  const countries = dig(legacy, "withheld_in_countries");
  const codes = (Array.isArray(countries) ? countries : []).filter((code) => typeof code === "string");
  if (dig(legacy, "withheld_copyright") === true && !codes.includes("XY")) codes.push("XY");
  return codes.length > 0 ? codes : undefined;
}
