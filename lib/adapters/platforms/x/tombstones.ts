/**
 * X's own sentences where a post should be, in English and Arabic. They are compared with the whole notice, never
 * looked for inside a page: a post may quote them. Sources: FxEmbed, nitter, yt-dlp, gallery-dl (2025-2026); curly and
 * straight apostrophes both occur, and "Tweet" in older answers.
 */
const SENTENCES: readonly (readonly [reason: TombstoneReason, sentence: RegExp])[] = [
  ["deleted", /^this (?:post|tweet) was deleted by the (?:post|tweet) author\b/i],
  ["removed", /^this (?:post|tweet) violated the (?:x|twitter) rules\b/i],
  ["suspended", /^(?:this (?:post|tweet) is from a suspended account|account suspended)\b/i],
  [
    "account_gone",
    /^(?:this (?:post|tweet) is from an account that no longer exists|this account doesn['’]t exist)\b/i,
  ],
  [
    "protected",
    /^(?:you['’]re unable to view this (?:post|tweet) because this account owner limits|these (?:posts|tweets) are protected)\b/i,
  ],
  ["age_restricted", /^age-restricted adult content\b/i],
  ["withheld", /\bwithheld in .{1,80} in response to (?:a legal demand|a report from the copyright holder)/i],
  ["not_found", /^(?:hmm\.{3}\s?this page doesn['’]t exist|sorry, that page doesn['’]t exist)/i],
  ["error", /^something went wrong\b/i],
  ["unavailable", /^this (?:post|tweet) is unavailable\b/i],
  [
    "deleted",
    /^(?:حذف صاحب المنشور هذا المنشور|تم حذف هذا المنشور من قبل (?:كاتبه|صاحبه|مؤلفه)|حُذف هذا المنشور بواسطة كاتبه)/,
  ],
  ["removed", /^(?:انتهك|ينتهك|خالف) هذا (?:المنشور|التغريد) قواعد/],
  ["suspended", /^(?:هذا المنشور من حساب (?:موقوف|معلّ?ق)|الحساب موقوف|تم تعليق الحساب)/],
  ["account_gone", /^(?:هذا المنشور من حساب لم يعد موجود|هذا الحساب غير موجود)/],
  ["protected", /^(?:لا يمكنك (?:عرض|مشاهدة) هذا المنشور لأن صاحب|هذه المنشورات محمية)/],
  ["age_restricted", /^محتوى (?:مقيّ?د بالعمر|للبالغين)/],
  ["withheld", /^(?:تم )?حَ?ُ?جب .{1,80}(?:استجابة|بناءً على) (?:لطلب|طلب) قانوني/],
  ["not_found", /^(?:عذر[ًا]ا?،? ?)?هذه الصفحة غير موجودة/],
  ["error", /^حدث خطأ/],
  ["unavailable", /^هذا المنشور غير متاح/],
];

export type TombstoneReason =
  | "deleted"
  | "removed"
  | "suspended"
  | "account_gone"
  | "protected"
  | "age_restricted"
  | "withheld"
  | "subscribers_only"
  | "not_found"
  | "error"
  | "unavailable";

/** What a whole notice says; undefined when it is none of X's sentences. */
export function readTombstone(notice: string): TombstoneReason | undefined {
  const text = notice
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return SENTENCES.find(([, sentence]) => sentence.test(text))?.[0];
}

/** `reason` of `TweetUnavailable` and `UserUnavailable`. */
export function readReason(reason: string): TombstoneReason {
  if (/^nsfw/i.test(reason)) return "age_restricted";
  if (/^suspended$/i.test(reason)) return "suspended";
  if (/^protected$/i.test(reason)) return "protected";
  if (/^deleted$/i.test(reason)) return "deleted";
  if (/withheld/i.test(reason)) return "withheld";
  return "unavailable";
}

/** Error codes of X's API that speak about the post itself. */
export function readErrorCode(code: number): TombstoneReason | "rate_limited" | undefined {
  switch (code) {
    // 144 is "No status found with that ID": said of deleted posts and of numbers that never were one.
    case 144:
    case 34:
      return "not_found";
    case 50:
      return "account_gone";
    case 63:
      return "suspended";
    case 179:
      return "protected";
    case 88:
      return "rate_limited";
    case 29:
    case 130:
    case 131:
      return "error";
    default:
      return undefined;
  }
}
