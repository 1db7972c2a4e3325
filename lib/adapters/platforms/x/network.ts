import { asCount, asText, dig, everyRecord, isRecord, type Json } from "#lib/adapters/platforms/json";
import { longTextOf } from "#lib/adapters/platforms/x/legacy-text";
import { decodePart } from "#lib/core/captures/recognisers/recogniser";
import type { FailedCall, PageEvidence } from "#lib/core/captures/types";

/**
 * Shapes of X's GraphQL answers (`TweetResultByRestId`, `TweetDetail`, timelines), as yt-dlp, gallery-dl, FxEmbed and
 * nitter read them in 2025-2026. Everything is looked for by type and id, because the way to it changes often.
 */

/** Posts inside a post (quoted, reposted) and other people's (replies come as entries of their own). */
const INSIDE_POST: ReadonlySet<string> = new Set([
  "quoted_status_result",
  "retweeted_status_result",
  "quotedRefResult",
]);

/** The focal post among everything the page loaded; undefined when no answer holds it. */
export function findTweet(page: PageEvidence, id: string): Json | undefined {
  for (const { body } of page.json) {
    for (const record of everyRecord(body, (key) => !INSIDE_POST.has(key))) {
      if (isTweet(record) && restId(record) === id) return record;
    }
  }
  return undefined;
}

/** All posts of a list that the page loaded, promoted ones left out, each id once. */
export function findListTweets(page: PageEvidence): Map<string, Json> {
  const found = new Map<string, Json>();
  for (const { body } of page.json) {
    const records = [...everyRecord(body, (key) => !INSIDE_POST.has(key))];
    const promoted = new Set(
      records.filter((record) => record.promotedMetadata !== undefined).flatMap((item) => [...everyRecord(item)]),
    );
    for (const record of records) {
      const id = restId(record);
      if (id !== undefined && isTweet(record) && !promoted.has(record) && !found.has(id)) found.set(id, record);
    }
  }
  return found;
}

/**
 * Why X says that there is no post to show: the structured reason (`Suspended`, `Protected`, `NsfwLoggedOut`, …), the
 * sentence of a tombstone, or the type of the answer. Only at the focal post's own place.
 */
export type Absence = { type: string; reason?: string; sentence?: string; url: string };

export function findAbsences(page: PageEvidence, id: string): Absence[] {
  return page.json.flatMap(({ url, body }) => {
    const results = [
      // TweetResultByRestId answers about the one id it was asked for.
      /TweetResultByRestId/.test(url) && asksFor(url, id) ? dig(body, "data", "tweetResult", "result") : undefined,
      ...[...everyRecord(body)]
        .filter((entry) => entry.entryId === `tweet-${id}`)
        .map((entry) => dig(entry, "content", "itemContent", "tweet_results", "result")),
    ];
    // Some answers wrap it once more; a quoted post has a notice of its own.
    const records = results.flatMap((result) => [...everyRecord(result, (key) => !INSIDE_POST.has(key))]);
    return records.flatMap((record) => readAbsence(record, url));
  });
}

/**
 * Errors of X's API (144 "No status found with that ID", 63, 179, 88, "Dependency: Unspecified", …).
 * @param id of the post they must be about; null for those of any call. "Too many requests" (88) is always meant for us.
 */
export function findErrors(
  page: PageEvidence,
  id: string | null,
): { code: number | undefined; message: string; url: string }[] {
  return page.json.flatMap(({ url, body }) => {
    const errors = dig(body, "errors");
    return (Array.isArray(errors) ? errors : []).flatMap((error) => {
      const code = asCount(dig(error, "code")) ?? asCount(dig(error, "extensions", "code"));
      const message = asText(dig(error, "message")) ?? asText(dig(error, "name")) ?? "";
      if (id !== null && code !== RATE_LIMIT_CODE && !asksFor(url, id)) return [];
      return [{ code, message, url }];
    });
  });
}

const RATE_LIMIT_CODE = 88;

/**
 * Calls for the content itself that the interface refused, whatever it wrote: 401, 403, 404, 429, 5xx.
 * @param id of the post; null for a list, whose calls are known by their names.
 */
export function findRefusedCalls(page: PageEvidence, id: string | null): FailedCall[] {
  const isOurs = (url: string) =>
    id === null ? /\/(?:SearchTimeline|UserByScreenName|UserTweets)\b/.test(url) : asksFor(url, id);
  return (page.failedCalls ?? []).filter(({ url }) => isOurs(url));
}

/** Whether the post came without something: `TweetPreviewDisplay` shows the beginning to non-subscribers. */
export function isPreviewOnly(page: PageEvidence, id: string): boolean {
  return page.json.some(({ body }) =>
    [...everyRecord(body, (key) => !INSIDE_POST.has(key))].some(
      (record) => record.__typename === "TweetPreviewDisplay" && dig(record, "tweet", "rest_id") === id,
    ),
  );
}

/** Whether the text stops before the post does: a long post whose whole text did not come along. */
export function isTextCut(tweet: Json): boolean {
  return isRecord(tweet.note_tweet) && longTextOf(tweet) === undefined;
}

function isTweet(record: Json): boolean {
  return (
    restId(record) !== undefined && isRecord(record.legacy) && asText(dig(record.legacy, "full_text")) !== undefined
  );
}

function restId(record: Json): string | undefined {
  return typeof record.rest_id === "string" ? record.rest_id : undefined;
}

function readAbsence(result: unknown, url: string): Absence[] {
  const type = asText(dig(result, "__typename"));
  if (type !== "TweetTombstone" && type !== "TweetUnavailable") return [];
  const text = dig(result, "tombstone", "text");
  return [{ type, reason: asText(dig(result, "reason")), sentence: asText(text) ?? asText(dig(text, "text")), url }];
}

/** GraphQL puts its variables into the address; a call about another post says nothing about ours. */
function asksFor(url: string, id: string): boolean {
  // Decoded first: in `%22123` the escape's own digits would run into the id.
  return new RegExp(`(?<!\\d)${id}(?!\\d)`).test(decodePart(url));
}
