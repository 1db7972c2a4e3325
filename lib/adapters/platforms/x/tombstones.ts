import { foldWords } from "#lib/adapters/platforms/html/fold-words";

/** Why X shows something else than the content. */
export type TombstoneReason =
  | "deleted"
  | "removed"
  | "suspended"
  | "account_gone"
  | "protected"
  | "age_restricted"
  | "withheld"
  | "subscribers_only"
  | "rate_limited"
  | "not_found"
  | "transient"
  | "unavailable";

type Sentence = readonly [reason: TombstoneReason, sentence: RegExp];

/** "Post" today, "Tweet" in older answers. */
const POST = "(?:post|tweet)";

/**
 * Sources: FxEmbed, nitter, yt-dlp, gallery-dl, bellingcat (2023-2026). Sentences are compared after `foldWords`, from
 * their beginning; how much may follow them is up to `readTombstone`.
 */
const ENGLISH: readonly Sentence[] = [
  ["deleted", new RegExp(`^this ${POST} was deleted by the ${POST} author\\b`)],
  ["removed", new RegExp(`^this ${POST} violated the (?:x|twitter) rules\\b`)],
  ["removed", new RegExp(`^this ${POST} is no longer available because it violated\\b`)],
  [
    "suspended",
    new RegExp(`^this ${POST} is from (?:a suspended account|an account that (?:has been|is) suspended)\\b`),
  ],
  ["suspended", /^account suspended\b/],
  ["account_gone", new RegExp(`^this ${POST} is from an account that (?:no longer exists|does(?:n't| not) exist)\\b`)],
  ["account_gone", /^this account does(?:n't| not) exist\b/],
  [
    "protected",
    new RegExp(`^you(?:'re| are) unable to view this ${POST} because (?:this|the) account owner limits\\b`),
  ],
  ["protected", new RegExp(`^these ${POST}s are protected\\b`)],
  [
    "subscribers_only",
    new RegExp(
      `^(?:this ${POST} is only (?:available|visible) to subscribers|subscribe to (?:@\\w+ )?to (?:see|unlock|view))\\b`,
    ),
  ],
  ["age_restricted", /^age-restricted adult content\b/],
  [
    "age_restricted",
    new RegExp(
      `^(?:due to local laws, we are (?:temporarily )?restricting access to this content|this ${POST} (?:is|has been) age-restricted)\\b`,
    ),
  ],
  [
    "withheld",
    new RegExp(
      `^(?:this ${POST}(?: from @\\w+)?|this account|@\\w+(?:'s (?:account|${POST}))?|account) (?:has been |is )?withheld\\b`,
    ),
  ],
  ["withheld", /^this media has been disabled in response to a report (?:by|from) the copyright (?:owner|holder)\b/],
  ["rate_limited", /^(?:sorry, you are |you are |you have been )?rate limit(?:ed\b| exceeded\b)/],
  [
    "not_found",
    /^(?:hmm\.{3} ?this page does(?:n't| not) exist|sorry, that page does(?:n't| not) exist|nothing to see here\b)/,
  ],
  ["transient", /^(?:oops, )?something went wrong\b/],
  ["unavailable", new RegExp(`^this ${POST} is (?:unavailable|not available)\\b`)],
];

const MANSHUR = "(?:المنشور|التغريده)";

/**
 * The same notices on X's Arabic pages. From general knowledge of the interface and of its usual terms, not seen on a
 * captured page: each stands for several ways of saying it, and a sentence that is not among them is `unavailable`,
 * never something worse. Letters as `foldWords` leaves them (no vowel signs, one alef, one yeh, heh for teh marbuta).
 */
const ARABIC: readonly Sentence[] = [
  [
    "deleted",
    new RegExp(
      `^(?:تم )?حذف(?:ت)? هذ[اه] ${MANSHUR} (?:من قبل|بواسطه|من جانب) (?:كاتب|صاحب|مولف|ناشر)(?:ه|ها)?(?![\\p{L}])`,
      "u",
    ),
  ],
  [
    "deleted",
    new RegExp(`^(?:حذف|قام بحذف|لقد حذف) (?:صاحب|كاتب|مولف|ناشر) (?:هذ[اه] )?${MANSHUR}(?: هذ[اه] ${MANSHUR})?`, "u"),
  ],
  [
    "removed",
    new RegExp(
      `^(?:(?:لقد )?(?:انتهك|انتهكت|ينتهك|تنتهك|خالف|خالفت|يخالف|تخالف) هذ[اه] ${MANSHUR}|هذ[اه] ${MANSHUR} (?:ينتهك|تنتهك|انتهك|انتهكت|خالف|خالفت|يخالف|تخالف)) (?:قواعد|قوانين|شروط)`,
      "u",
    ),
  ],
  ["suspended", new RegExp(`^هذ[اه] ${MANSHUR} من حساب (?:موقوف|معلق|تم (?:ايقافه|تعليقه))`, "u")],
  ["suspended", /^(?:الحساب (?:موقوف|معلق)|تم (?:تعليق|ايقاف) (?:هذا )?الحساب|هذا الحساب (?:موقوف|معلق))/],
  [
    "account_gone",
    new RegExp(`^(?:هذ[اه] ${MANSHUR} من حساب (?:لم يعد موجود|غير موجود)|هذا الحساب (?:غير موجود|لم يعد موجود))`, "u"),
  ],
  [
    "protected",
    new RegExp(
      `^(?:لا يمكنك|يتعذر عليك|ليس بامكانك|انت غير قادر علي) (?:عرض|مشاهده|رويه) هذ[اه] ${MANSHUR} (?:لان|بسبب ان|حيث)`,
      "u",
    ),
  ],
  ["protected", /^(?:هذه (?:المنشورات|التغريدات) محميه|منشورات هذا الحساب محميه)/],
  ["subscribers_only", new RegExp(`^هذ[اه] ${MANSHUR} (?:متاح|متاحه|مخصص|مخصصه)(?: فقط)? للمشتركين`, "u")],
  [
    "age_restricted",
    /^(?:محتوي (?:مقيد (?:بالعمر|بحسب العمر|حسب العمر)|(?:مخصص )?للبالغين)|بسبب القوانين المحليه,? ?(?:نقوم|نحن))/,
  ],
  [
    "withheld",
    new RegExp(`^(?:(?:تم )?(?:حجب|تقييد)|هذ[اه] ${MANSHUR} محجوب|الحساب محجوب).{0,80}(?:في|استجابه|بناء)`, "u"),
  ],
  ["rate_limited", /^(?:تم تجاوز حد|لقد تجاوزت (?:حد|الحد))/],
  ["not_found", /^(?:عذرا,? ?|همم?\.{0,3} ?)?هذه الصفحه غير موجوده/],
  ["transient", /^(?:عذرا,? ?)?حدث خطا/],
  ["unavailable", new RegExp(`^هذ[اه] ${MANSHUR} (?:غير متاح|غير متوفر)(?:ه)?(?![\\p{L}])`, "u")],
];

const SENTENCES: readonly Sentence[] = [...ENGLISH, ...ARABIC];

/** "Learn more", "Try searching for something else", who may see it: longer than this and it is no notice any more. */
const MAX_NOTICE = 400;

/**
 * What a whole notice says; undefined when it is none of X's sentences. Never call it with a part of a page: a post may
 * quote these sentences.
 */
export function readTombstone(notice: string): TombstoneReason | undefined {
  const text = foldWords(notice);
  if (text.length > MAX_NOTICE) return undefined;
  return SENTENCES.find(([, sentence]) => sentence.test(text))?.[0];
}

/** Where a notice says that something is withheld: a country's name, `copyright`; undefined when it does not say. */
export function readWithheld(notice: string): string | undefined {
  const text = foldWords(notice);
  if (/copyright|حقوق (?:النشر|الطبع|التاليف)/.test(text)) return "copyright";
  const place =
    /withheld in:? ([^.]{1,80}?)(?:,? (?:in response to|based on|due to)|\.|$)/.exec(text) ??
    /(?:^|\s)في ([^.]{1,60}?) (?:استجابه|بناء|بسبب)/.exec(text);
  return place?.[1]?.trim();
}

/** `reason` of `TweetUnavailable` and `UserUnavailable`. */
export function readReason(reason: string): TombstoneReason {
  if (/^nsfw|^age/i.test(reason)) return "age_restricted";
  if (/^suspended$/i.test(reason)) return "suspended";
  if (/^protected$/i.test(reason)) return "protected";
  if (/^deleted$/i.test(reason)) return "deleted";
  // The last two from general knowledge: accounts that were closed by their owners, posts for subscribers.
  if (/^(?:deactivated|offboarded)$/i.test(reason)) return "account_gone";
  if (/^(?:exclusive|subscri)/i.test(reason)) return "subscribers_only";
  if (/withheld|geoblock/i.test(reason)) return "withheld";
  return "unavailable";
}

/** What an error of X's API says, by its code, else by its words; undefined when it speaks of something else. */
export function readApiError(code: number | undefined, message: string): TombstoneReason | undefined {
  const byCode = code === undefined ? undefined : REASON_OF_CODE[code];
  if (byCode) return byCode;
  return /dependency: unspecified|downstreamovercapacity|serviceunavailable|over capacity|timeout: unspecified/i.test(
    message,
  )
    ? "transient"
    : undefined;
}

/** 144 is "No status found with that ID": said of deleted posts and of numbers that never were one. */
const REASON_OF_CODE: Readonly<Record<number, TombstoneReason>> = {
  29: "transient",
  34: "not_found",
  50: "account_gone",
  63: "suspended",
  88: "rate_limited",
  130: "transient",
  131: "transient",
  144: "not_found",
  179: "protected",
};
